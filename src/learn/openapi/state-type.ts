import type { ModelId } from "../../model/model.js";
import { folderOf } from "../../model/path.js";
import type { ModelLookup } from "../../model/schema.js";
import { deepestType, isUnknown, type Type, unknownType } from "../../model/type.js";
import type { SchemaNode } from "./form.js";
import type { SchemaMatches } from "./match-schemas.js";
import type { SchemaReader } from "./read-schema.js";

/** Says types of a document in the models of the pages. */
export interface TypeStating {
  readonly reader: SchemaReader;
  readonly matches: SchemaMatches;
  readonly models: ModelLookup;
}

const learned = { origin: "override" } as const;
const bytes: Type<ModelId> = { kind: "platform", name: "Uint8Array" };

/**
 * The type of a schema, but for its outermost null; nothing where it holds an object that no page is of. `said` is what the
 * page says at the same place: of several models of one schema it tells which one is meant.
 */
export function stateType(
  node: SchemaNode,
  said: Type<ModelId> | undefined,
  stating: TypeStating,
  depth: number = 0,
): Type<ModelId> | undefined {
  const { pointer, form } = stating.reader.read(node);
  if (depth > deepestType) return undefined;
  const model = chosenModel(pointer, said, stating);
  if (model !== undefined) return { kind: "reference", target: model };
  const inner = said?.kind === "nullable" ? said.type : said;
  const within = (part: SchemaNode, partSaid: Type<ModelId> | undefined): Type<ModelId> | undefined =>
    statePart(part, partSaid, stating, depth + 1);
  switch (form.kind) {
    case "unknown":
      return unknownType;
    case "bytes":
      return bytes;
    case "value":
      return { kind: "primitive", name: form.name };
    case "values":
      return unionOf(form.values.map((value) => ({ kind: "literal", value })));
    case "list": {
      const items = within(form.items, inner?.kind === "array" ? inner.items : undefined);
      return items && { kind: "array", items };
    }
    case "object": {
      if (form.properties.size > 0) return undefined;
      const saidValues = inner?.kind === "map" ? inner.values : undefined;
      const values = form.additional ? within(form.additional, saidValues) : unknownType;
      return values && { kind: "map", values };
    }
    case "choice": {
      const members = form.members.map((member) => within(member, inner));
      return members.every((member) => member !== undefined) ? unionOf(members) : undefined;
    }
  }
}

/** The type of a part of a type, with its null. */
export function statePart(
  node: SchemaNode,
  said: Type<ModelId> | undefined,
  stating: TypeStating,
  depth: number,
): Type<ModelId> | undefined {
  const type = stateType(node, said, stating, depth);
  const isNullable = stating.reader.read(node).isNullable;
  return type && isNullable && type !== unknownType ? { kind: "nullable", type, source: learned } : type;
}

/** Of the models of a schema the one that the page names, else one that is no operation's. */
function chosenModel(
  pointer: string,
  said: Type<ModelId> | undefined,
  { matches, models }: TypeStating,
): ModelId | undefined {
  const candidates = matches.models.get(pointer) ?? [];
  if (candidates.length < 2) return candidates[0];
  const named = candidates.filter((id) => said && mentions(said, id));
  const isShared = (id: ModelId): boolean => !/(?:^|\/)operations\/$/.test(folderOf(models.get(id)?.page ?? ""));
  return named[0] ?? candidates.find(isShared) ?? candidates[0];
}

function mentions(type: Type<ModelId>, id: ModelId): boolean {
  switch (type.kind) {
    case "reference":
      return type.target === id;
    case "nullable":
      return mentions(type.type, id);
    case "union":
      return type.members.some((member) => mentions(member, id));
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "array":
    case "map":
    case "stream":
      return false;
  }
}

function unionOf(members: readonly Type<ModelId>[]): Type<ModelId> {
  const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  const [only] = distinct;
  if (distinct.some(isUnknown)) return unknownType;
  return only && distinct.length === 1 ? only : { kind: "union", members: distinct };
}
