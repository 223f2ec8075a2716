import type { ModelId, UnionModel } from "../../model/model.js";
import { type Type, unknownType } from "../../model/type.js";

/** The type that a union model stands for: its only member, or anything where it has none. */
export function unionType(model: UnionModel<ModelId>): Type<ModelId> {
  const [first, ...others] = model.members;
  if (!first) return unknownType;
  if (others.length === 0) return first.type;
  return { kind: "union", members: model.members.map(({ type }) => type) };
}
