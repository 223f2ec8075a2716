import type { ExampleValue } from "../model/example.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";
import { wireNamesOf } from "../model/wire-names.js";
import { checkDate, checkDateTime } from "../runtime/validation/value-tests.js";

type Fits = (value: ExampleValue, type: Type<ModelId>, chain: number) => boolean;
type ObjectValue = Extract<ExampleValue, { kind: "object" }>;

/** Unions and aliases that lead to one another are followed at most so far for one value. */
const longestChain = 32;

/**
 * Whether JSON of a value is of a type, as `parseFoo` of the outputs reads it whatever the options are: dates are texts, keys
 * are those of JSON, and none is unknown. What only a user's own guard can tell does not fit.
 */
export function fitsJson(value: ExampleValue, type: Type<ModelId>, models: ModelLookup): boolean {
  const known = new Map<ExampleValue, Map<Type<ModelId>, boolean>>();
  const fits: Fits = (inner, innerType, chain) => {
    // Members of unions that are alike would double the answers with each level of a value.
    const answers = known.get(inner) ?? new Map<Type<ModelId>, boolean>();
    known.set(inner, answers);
    const answer = answers.get(innerType) ?? fitsType(inner, innerType, chain, models, fits);
    answers.set(innerType, answer);
    return answer;
  };
  return fits(value, type, 0);
}

function fitsType(value: ExampleValue, type: Type<ModelId>, chain: number, models: ModelLookup, fits: Fits): boolean {
  if (chain > longestChain) return false;
  switch (type.kind) {
    case "primitive":
      return isPrimitive[type.name](value);
    case "literal":
      return scalarOf(value) === type.value;
    case "platform":
    case "stream":
      return false;
    case "external":
      return type.guard === undefined;
    case "array":
      return value.kind === "array" && value.items.every((item) => fits(item, type.items, 0));
    case "map":
      return value.kind === "object" && value.entries.every((entry) => fits(entry.value, type.values, 0));
    case "union":
      return type.members.some((member) => fits(value, member, chain + 1));
    case "nullable":
      return value.kind === "null" || fits(value, type.type, chain + 1);
    case "reference": {
      const model = models.get(type.target);
      return model !== undefined && fitsModel(value, model, chain, fits);
    }
  }
}

function fitsModel(value: ExampleValue, model: Model<ModelId>, chain: number, fits: Fits): boolean {
  switch (model.kind) {
    case "object":
      return value.kind === "object" && fitsObject(value, model, fits);
    case "enum":
      return fitsEnum(value, model);
    case "union":
      return model.members.length === 0 || model.members.some(({ type }) => fits(value, type, chain + 1));
    case "alias":
      return fits(value, model.type, chain + 1);
  }
}

function fitsObject(value: ObjectValue, model: ObjectModel<ModelId>, fits: Fits): boolean {
  const entries = new Map(value.entries.map((entry) => [entry.key, entry.value]));
  const { keys } = wireNamesOf(model);
  const allThere = model.fields.every((field) => {
    const entry = entries.get(keys.get(field) ?? field.localName);
    return entry ? fitsField(entry, field, fits) : field.presence.value !== "required";
  });
  const named = new Set(model.fields.map((field) => keys.get(field) ?? field.localName));
  const { additional } = model;
  const others = [...entries].filter(([key]) => !named.has(key));
  // What a field holds may stand under other keys too, as its index signature has it.
  return allThere && others.every(([, other]) => additional !== undefined && fits(other, additional.value, 0));
}

/** Whether JSON of a value may stand for a field. */
function fitsField(value: ExampleValue, field: Field<ModelId>, fits: Fits): boolean {
  return (value.kind === "null" && field.nullability.value === "yes") || fits(value, field.type.value, 0);
}

/** An open enum admits other texts and numbers beside those that it names. */
function fitsEnum(value: ExampleValue, { values, open }: EnumModel): boolean {
  if (values.length === 0) return !open || value.kind === "string";
  const scalar = scalarOf(value);
  const isLike = (known: unknown): boolean => typeof scalar !== "boolean" && typeof known === typeof scalar;
  return scalar !== undefined && values.some((known) => known.value === scalar || (open && isLike(known.value)));
}

function scalarOf(value: ExampleValue): string | number | boolean | undefined {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean" ? value.value : undefined;
}

const isText = (value: ExampleValue): boolean => value.kind === "string";
const isNumber = (value: ExampleValue): boolean => value.kind === "number" && Number.isFinite(value.value);

const isPrimitive: Readonly<Record<PrimitiveName, (value: ExampleValue) => boolean>> = {
  string: isText,
  decimal: isText,
  number: isNumber,
  integer: isNumber,
  boolean: ({ kind }) => kind === "boolean",
  bigint: (value) =>
    Number.isSafeInteger(scalarOf(value)) || (isText(value) && /^-?\d+$/.test(String(scalarOf(value)))),
  "date-time": (value) => checkDateTime(scalarOf(value)) && !Number.isNaN(Date.parse(String(scalarOf(value)))),
  date: (value) => checkDate(scalarOf(value)),
  unknown: () => true,
};
