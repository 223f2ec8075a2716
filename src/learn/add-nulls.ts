import type { Source } from "../model/fact.js";
import type { ModelId } from "../model/model.js";
import { isUnknown, type Type } from "../model/type.js";

const learned: Source = { origin: "override" };

/**
 * A type with null wherever another description of the same values has null within lists, maps and unions; the same object
 * where nothing is added. The outermost null is the field's own and is left to it.
 */
export function addNulls(type: Type<ModelId>, other: Type<ModelId>): Type<ModelId> {
  const stated = other.kind === "nullable" ? other.type : other;
  if (type.kind === "nullable") {
    const inner = addNulls(type.type, stated);
    return inner === type.type ? type : { ...type, type: inner };
  }
  if (type.kind === "array" && stated.kind === "array") {
    const items = addInnerNull(type.items, stated.items);
    return items === type.items ? type : { kind: "array", items };
  }
  if (type.kind === "map" && stated.kind === "map") {
    const values = addInnerNull(type.values, stated.values);
    return values === type.values ? type : { kind: "map", values };
  }
  return type.kind === "union" && stated.kind === "union" ? addToMembers(type, stated.members) : type;
}

function addInnerNull(type: Type<ModelId>, other: Type<ModelId>): Type<ModelId> {
  const inner = addNulls(type, other);
  const isNew = other.kind === "nullable" && inner.kind !== "nullable" && !isUnknown(inner);
  return isNew ? { kind: "nullable", type: inner, source: learned } : inner;
}

/** Members are told apart by what they are made of: the only list takes what is said of the only list. */
function addToMembers(
  union: Extract<Type<ModelId>, { kind: "union" }>,
  others: readonly Type<ModelId>[],
): Type<ModelId> {
  const members = union.members.map((member) => {
    const like = others.filter(({ kind }) => kind === member.kind);
    const [only] = like;
    const isSole = like.length === 1 && union.members.filter(({ kind }) => kind === member.kind).length === 1;
    return only && isSole ? addNulls(member, only) : member;
  });
  return members.every((member, at) => member === union.members[at]) ? union : { kind: "union", members };
}
