import type { Model, ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import type { Code } from "../code.js";
import { identifier } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { indexTypeOf } from "../index-type.js";
import { partName } from "./export-names.js";
import { membersOf } from "./members.js";
import { unionType } from "./union-type.js";
import { valueType } from "./value-type.js";

/** The types that a model names itself, in order. */
function ownTypes(model: Model<ModelId>): readonly Type<ModelId>[] {
  switch (model.kind) {
    case "object": {
      const additional = indexTypeOf(model);
      return [...model.fields.map(valueType), ...(additional ? [additional] : [])];
    }
    case "enum":
      return [];
    case "union":
      return membersOf(unionType(model)).filter((member) => member !== null);
    case "alias":
      // What the alias itself is, its own functions look at.
      return innerTypes(model.type);
  }
}

/** Whether issues of a value of the type can be found inside of it. */
export function hasInside(type: Type<ModelId>): boolean {
  switch (type.kind) {
    case "primitive":
      return type.name === "date" || type.name === "date-time";
    case "array":
    case "reference":
      return true;
    case "map":
      return !admitsAll(type.values);
    case "union":
    case "nullable":
      return membersOf(type).some((member) => member !== null && hasInside(member));
    case "literal":
    case "platform":
    case "stream":
    case "external":
      return false;
  }
}

/** Whether every value is of a type. */
export function admitsAll(type: Type<ModelId>): boolean {
  if (type.kind === "external") return type.guard === undefined;
  return membersOf(type).some((member) => member?.kind === "primitive" && member.name === "unknown");
}

/** Whether a type is checked by a function of its own. */
function isPart(type: Type<ModelId>): boolean {
  if (type.kind === "array" || type.kind === "map") return hasInside(type);
  if (type.kind !== "union" && type.kind !== "nullable") return false;
  return hasInside(type) && !admitsAll(type) && membersOf(type).filter((member) => member !== null).length > 1;
}

function partsIn(type: Type<ModelId>): readonly Type<ModelId>[] {
  return [...(isPart(type) ? [type] : []), ...innerTypes(type).flatMap(partsIn)];
}

function innerTypes(type: Type<ModelId>): readonly Type<ModelId>[] {
  switch (type.kind) {
    case "array":
      return [type.items];
    case "map":
      return [type.values];
    case "union":
    case "nullable":
      return membersOf(type).filter((member) => member !== null);
    case "primitive":
    case "literal":
    case "platform":
    case "stream":
    case "external":
    case "reference":
      return [];
  }
}

/** The types of a model that are checked, and told, by functions of their own, each one once. */
export function partTypes(model: Model<ModelId>): readonly Type<ModelId>[] {
  return [...partsOf(model).values()].map(({ type }) => type);
}

interface Part {
  readonly type: Type<ModelId>;
  /** Counts from 1. */
  readonly number: number;
}

const knownParts = new WeakMap<Model<ModelId>, ReadonlyMap<string, Part>>();

/** The parts of a model by what they are. */
function partsOf(model: Model<ModelId>): ReadonlyMap<string, Part> {
  const known = knownParts.get(model);
  if (known) return known;
  const types = ownTypes(model).flatMap(partsIn);
  const distinct = new Map(types.map((type) => [JSON.stringify(type), type]));
  const parts = new Map([...distinct].map(([key, type], at) => [key, { type, number: at + 1 }]));
  knownParts.set(model, parts);
  return parts;
}

/** The function that checks or tells a type of the context's model; undefined where the type has none of its own. */
export function partCode(type: Type<ModelId>, by: "check" | "tell", context: EmitContext): Code | undefined {
  const part = isPart(type) ? partsOf(context.model).get(JSON.stringify(type)) : undefined;
  return part && identifier(partName(context.valueName(context.model.id, by), part.number));
}
