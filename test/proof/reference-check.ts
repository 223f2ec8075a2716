import type { Model, ModelId, ObjectModel } from "../../src/model/model.js";
import { referencesOf, type Type } from "../../src/model/type.js";
import type { Reference } from "./reference.js";
import { isInstanceOf, isKeyed, isObject, isPrimitive, memberOf } from "./reference-values.js";

/** How many values of recursive models may contain a value, by the README. */
const maximumDepth = 1000;

/** The place of a value: the model whose page speaks of it, and how many values of recursive models contain it. */
interface Position {
  readonly model: ModelId;
  readonly depth: number;
}

/** Whether a value fits a model, by the model alone: written to be read beside DESIGN.md, not to be fast. */
export function fitsModel(id: ModelId, value: unknown, reference: Reference, depth: number = 0): boolean {
  const model = reference.schema.models.get(id);
  if (!model) throw new Error(`no model ${id}`);
  if (reference.schema.recursive.has(id) && depth > maximumDepth) return false;
  const answers = answersOf(value, reference);
  const known = answers?.get(`${depth} ${id}`);
  if (known !== undefined) return known;
  const fits = fitsKnownModel(model, value, { model: id, depth }, reference);
  answers?.set(`${depth} ${id}`, fits);
  return fits;
}

function answersOf(value: unknown, { known }: Reference): Map<string, boolean> | undefined {
  if (!known || !isObject(value)) return undefined;
  const answers = known.get(value) ?? new Map<string, boolean>();
  known.set(value, answers);
  return answers;
}

function fitsKnownModel(model: Model<ModelId>, value: unknown, at: Position, reference: Reference): boolean {
  switch (model.kind) {
    case "object":
      return fitsObject(model, value, at, reference);
    case "enum":
      return fitsEnum(model, value);
    case "union":
      return model.members.length === 0 || model.members.some(({ type }) => fitsType(type, value, at, reference));
    case "alias":
      return fitsType(model.type, value, at, reference);
  }
}

function fitsEnum({ values, open }: Extract<Model<ModelId>, { kind: "enum" }>, value: unknown): boolean {
  if (values.length === 0) return !open || typeof value === "string";
  if (values.some((each) => each.value === value)) return true;
  const alike = values.some((each) => typeof each.value === typeof value);
  return open && alike && (typeof value === "string" || Number.isFinite(value));
}

function fitsType(type: Type<ModelId>, value: unknown, at: Position, reference: Reference): boolean {
  switch (type.kind) {
    case "primitive":
      return isPrimitive(type.name, value, reference);
    case "literal":
      return value === type.value;
    case "platform":
      return isInstanceOf(value, type.name);
    case "stream":
      return isInstanceOf(value, "ReadableStream");
    case "external":
      return reference.guards(type, value, reference.rules.has("external"));
    case "array":
      return isList(value) && value.every((item) => fitsType(type.items, item, within(type, at, reference), reference));
    case "map":
      // TypeScript takes the instance of a class for no map: it has no index signature.
      if (!isKeyed(value) || value instanceof Date) return false;
      return Object.keys(value).every((key) =>
        fitsType(type.values, value[key], within(type, at, reference), reference),
      );
    case "union":
      return type.members.some((member) => fitsType(member, value, at, reference));
    case "nullable":
      return value === null || fitsType(type.type, value, at, reference);
    case "reference":
      return fitsModel(type.target, value, reference, depthOf(type.target, at, reference));
  }
}

/** Whether a value is an array without holes. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && Array.from(value.keys()).every((index) => index in value);
}

/** One more below a field, a list or a map through which a recursive model may contain itself. */
function within(type: Type<ModelId>, at: Position, { schema }: Reference): Position {
  const counts = schema.recursive.has(at.model) && referencesOf(type).some((target) => schema.recursive.has(target));
  return counts ? { ...at, depth: at.depth + 1 } : at;
}

/** A chain of recursive models is counted, however it goes on; another model begins anew. */
function depthOf(target: ModelId, at: Position, { schema }: Reference): number {
  return schema.recursive.has(at.model) && schema.recursive.has(target) ? at.depth : 0;
}

function fitsObject(model: ObjectModel<ModelId>, value: unknown, at: Position, reference: Reference): boolean {
  if (!isKeyed(value) && !(reference.rules.has("array") && isObject(value))) return false;
  if (reference.rules.has("weak") && isWeak(model) && sharesNothing(model, value)) return false;
  const fits = model.fields.every(({ localName, type, presence, nullability }) => {
    const inherits = reference.rules.has("inherited");
    const inside = within(type.value, at, reference);
    const member = memberOf(value, localName, inherits);
    if (!member) return presence.value !== "required";
    const absent = presence.value !== "required" && reference.settings.optional === "undefined";
    if (member.value === undefined && absent) return true;
    return (
      (nullability.value === "yes" && member.value === null) || fitsType(type.value, member.value, inside, reference)
    );
  });
  return fits && fitsOtherKeys(model, value, at, reference);
}

function isWeak({ fields, additional }: ObjectModel<ModelId>): boolean {
  return fields.length > 0 && !additional && fields.every(({ presence }) => presence.value !== "required");
}

function sharesNothing({ fields }: ObjectModel<ModelId>, value: Readonly<Record<string, unknown>>): boolean {
  // A Date has properties, though none of its own.
  const some = Object.keys(value).length > 0 || value instanceof Date;
  return some && !fields.some(({ localName }) => memberOf(value, localName, true));
}

/** What no field names: an index signature speaks of the declared fields too, so it takes in their types. */
function fitsOtherKeys(
  { fields, additional }: ObjectModel<ModelId>,
  value: Readonly<Record<string, unknown>>,
  at: Position,
  reference: Reference,
): boolean {
  const named = new Set(fields.map(({ localName }) => localName));
  const others = Object.keys(value).filter((key) => !named.has(key));
  if (!additional) {
    return reference.settings.unknownKeys === "allow" || reference.rules.has("unknown-keys") || others.length === 0;
  }
  if (value instanceof Date) return false;
  const types = [additional.value, ...fields.map(({ type }) => type.value)];
  const nullable = fields.some(({ nullability }) => nullability.value === "yes");
  const optional = fields.some(({ presence }) => presence.value !== "required");
  return others.every((key) => {
    const item = value[key];
    if ((item === undefined && optional) || (item === null && nullable)) return true;
    return types.some((type) => fitsType(type, item, within(type, at, reference), reference));
  });
}
