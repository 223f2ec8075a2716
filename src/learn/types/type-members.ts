import type { Model, ModelId } from "../../model/model.js";
import { findCircles } from "../../model/recursion.js";
import type { Schema } from "../../model/schema.js";
import { referencesOf, type Type } from "../../model/type.js";
import type { DeclaredShape, Mention } from "./declaration.js";
import type { Matches } from "./match-models.js";
import { type StatedType, statedOf } from "./stated-type.js";

/** What a type admits, a text for each kind of values: `null`, `string`, `"a"`, `others`, a model that is an object. */
export type Members = ReadonlySet<string>;

/** Tells what types admit, so that they can be compared. */
export type MembersOf = (type: StatedType) => Members;

/**
 * Makes what tells the members of types. A reference to a union or an enum admits what that does: what the SDK says of it
 * where it has it, so that a union that is wrong on its page is one fact and not one for each reference. What leads back to
 * itself is not opened.
 */
export function makeMembersOf(
  schema: Schema,
  { byModel }: Matches,
  state: (type: Type<Mention>) => StatedType,
): MembersOf {
  const aliases = openTypes(schema, byModel, state);
  const edges = new Map([...aliases].map(([id, type]) => [id, modelsIn(type)]));
  const circular = new Set(findCircles(edges).flat());
  const numbers = new Map<string, number>();
  const opened = new Map<ModelId, Members>();
  const number = (members: Members): number => {
    const text = [...members].sort().join(" | ");
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const ofModel = (id: ModelId): Members => {
    const type = circular.has(id) ? undefined : aliases.get(id);
    const members = opened.get(id) ?? (type ? membersOf(type) : new Set([`@${id}`]));
    opened.set(id, members);
    return members;
  };
  const membersOf = (type: StatedType): Members => {
    const nested = (inner: StatedType): string => `#${number(membersOf(inner))}`;
    switch (type.kind) {
      case "primitive":
        // TypeScript has one word for all numbers.
        return new Set([type.name === "integer" ? "number" : type.name]);
      case "literal":
        return new Set([JSON.stringify(type.value)]);
      case "platform":
      case "external":
        return new Set([type.name]);
      case "array":
        return new Set([`array ${nested(type.items)}`]);
      case "map":
        return new Set([`map ${nested(type.values)}`]);
      case "stream":
        return new Set([`stream ${nested(type.items)}`]);
      case "union":
        return joined(type.members.map(membersOf));
      case "nullable":
        return joined([membersOf(type.type), new Set(["null"])]);
      case "reference":
        if (type.target.kind === "model") return ofModel(type.target.id);
        return new Set([type.target.kind === "others" ? "others" : `? ${type.target.text}`]);
    }
  };
  return membersOf;
}

/** `unknown` takes in all others, and so do both truth values. */
function joined(all: readonly Members[]): Members {
  const members = new Set(all.flatMap((each) => [...each]));
  if (members.has("unknown")) return new Set(["unknown"]);
  if (members.has("true") && members.has("false")) members.add("boolean");
  if (members.has("boolean")) for (const value of ["true", "false"]) members.delete(value);
  return members;
}

function openTypes(
  schema: Schema,
  byModel: Matches["byModel"],
  state: (type: Type<Mention>) => StatedType,
): ReadonlyMap<ModelId, StatedType> {
  const types = new Map<ModelId, StatedType>();
  for (const model of schema.models.values()) {
    const type = openType(model, byModel.get(model.id)?.shape, state);
    if (type) types.set(model.id, type);
  }
  return types;
}

function modelsIn(type: StatedType): readonly ModelId[] {
  return referencesOf(type).flatMap((target) => (target.kind === "model" ? [target.id] : []));
}

/** The type of a model that references are opened to: none where it is an object. */
function openType(
  model: Model<ModelId>,
  declared: DeclaredShape | undefined,
  state: (type: Type<Mention>) => StatedType,
): StatedType | undefined {
  if (declared) return declared.kind === "alias" ? state(declared.type) : undefined;
  return model.kind === "object" ? undefined : typeOfModel(model);
}

const others: StatedType = { kind: "reference", target: { kind: "others" } };

/** What the alias of a model that is no object is. */
export function typeOfModel(model: Exclude<Model<ModelId>, { kind: "object" }>): StatedType {
  switch (model.kind) {
    case "alias":
      return statedOf(model.type);
    case "union":
      return { kind: "union", members: model.members.map(({ type }) => statedOf(type)) };
    case "enum": {
      const values = model.values.map(({ value }): StatedType => ({ kind: "literal", value }));
      return { kind: "union", members: model.open ? [...values, others] : values };
    }
  }
}

/** Whether two types admit the same. */
export function areEqual(one: Members, other: Members): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

/** Members without one of them. */
export function without(members: Members, one: string): Members {
  return new Set([...members].filter((member) => member !== one));
}
