import type { ExampleValue } from "../model/example.js";
import type { Model, ModelId, ObjectModel } from "../model/model.js";
import type { Place } from "../model/place.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";
import { type Fits, fitsIn } from "./fits.js";

/** Where a type is said. */
export interface Saying {
  readonly page: string;
  readonly place: Place;
  /** The field's name, or the model's. */
  readonly name: string;
}

/** What of an example does not compile where it stands for the type that is said. */
export interface Misfit {
  /** `class`: an object of a class that the SDK has, where the type is text. */
  readonly kind: "value" | "missing" | "surplus" | "class";
  readonly place: Place;
  readonly found: string;
  readonly expected: string;
  readonly saying: Saying;
}

/** Finds what of a value does not fit a type, from the outside in to what alone is wrong. */
export type FindMisfits = (value: ExampleValue, type: Type<ModelId>, saying: Saying) => readonly Misfit[];

/** Makes the search for what of values does not fit the types of a schema. */
export function misfitsIn(models: ModelLookup): FindMisfits {
  const fits = fitsIn(models, "compiled");
  const find: FindMisfits = (value, type, saying) => {
    if (fits(value, type)) return [];
    switch (type.kind) {
      case "nullable":
        return find(value, type.type, saying);
      case "array":
        if (value.kind === "array") return value.items.flatMap((item) => find(item, type.items, saying));
        return [misfit(value, "a list", saying)];
      case "map":
        if (value.kind === "object") return value.entries.flatMap((entry) => find(entry.value, type.values, saying));
        return [misfit(value, "an object", saying)];
      case "union":
        return findInUnion(value, type.members, saying);
      case "reference": {
        const model = models.get(type.target);
        return model ? findInModel(value, model, saying) : [];
      }
      case "primitive":
      case "literal":
      case "platform":
      case "external":
      case "stream":
        return [misfit(value, wordsOf(type), saying)];
    }
  };

  const findInModel = (value: ExampleValue, model: Model<ModelId>, saying: Saying): readonly Misfit[] => {
    switch (model.kind) {
      case "object":
        return value.kind === "object"
          ? findInObject(value, model, find)
          : [misfit(value, `an object of \`${model.name}\``, saying)];
      case "enum":
        return [misfit(value, `a value of \`${model.name}\``, { ...model, name: model.name })];
      case "union":
        return findInUnion(
          value,
          model.members.map((member) => member.type),
          { page: model.page, place: model.place, name: model.name },
        );
      case "alias":
        return find(value, model.type, saying);
    }
  };

  const findInUnion = (value: ExampleValue, types: readonly Type<ModelId>[], saying: Saying): readonly Misfit[] => {
    const candidates = types.filter((type) => isLike(value, type, models, 0));
    const meant =
      candidates.length > 1 ? candidates.filter((type) => isTaggedFor(value, type, models, fits)) : candidates;
    const [only, ...others] = meant;
    if (only && others.length === 0) return find(value, only, saying);
    return [misfit(value, `one of the ${types.length} types of \`${saying.name}\``, saying)];
  };
  return find;
}

function findInObject(
  value: Extract<ExampleValue, { kind: "object" }>,
  model: ObjectModel<ModelId>,
  find: FindMisfits,
): readonly Misfit[] {
  const entries = new Map(value.entries.map((entry) => [entry.key, entry]));
  const fields = model.fields.flatMap((field): readonly Misfit[] => {
    const entry = entries.get(field.name);
    const saying = { page: model.page, place: field.place, name: field.name };
    if (entry) {
      if (entry.value.kind === "null" && field.nullability.value === "yes") return [];
      return find(entry.value, field.type.value, {
        ...saying,
        place: field.type.source.place ?? field.place,
        page: field.type.source.page ?? model.page,
      });
    }
    if (field.presence.value !== "required") return [];
    const expected = `the required field \`${field.name}\``;
    return [
      { kind: "missing", place: opening(value.place), found: `object without \`${field.name}\``, expected, saying },
    ];
  });
  if (model.additional) return fields;
  const names = new Set(model.fields.map((field) => field.name));
  const saying = { page: model.page, place: model.place, name: model.name };
  const surplus = value.entries
    .filter(({ key }) => !names.has(key))
    .map(({ key, place }): Misfit => {
      return { kind: "surplus", place, found: `key \`${key}\``, expected: `a field of \`${model.name}\``, saying };
    });
  return [...fields, ...surplus];
}

/** The first character of a place, since what is missing stands nowhere. */
function opening({ start }: Place): Place {
  return { start, end: { ...start, column: start.column + 1, offset: start.offset + 1 } };
}

function misfit(value: ExampleValue, expected: string, saying: Saying): Misfit {
  const isText = expected === textWords.date || expected === textWords.decimal;
  const kind = value.kind === "call" && isText ? "class" : "value";
  return { kind, place: value.place, found: foundWords(value), expected, saying };
}

/** Whether a value and a type are of one form: both objects, both lists, both neither. */
function isLike(value: ExampleValue, type: Type<ModelId>, models: ModelLookup, chain: number): boolean {
  if (chain > 32) return false;
  switch (type.kind) {
    case "nullable":
      return isLike(value, type.type, models, chain);
    case "array":
      return value.kind === "array";
    case "map":
      return value.kind === "object";
    case "union":
      return type.members.some((member) => isLike(value, member, models, chain + 1));
    case "reference": {
      const model = models.get(type.target);
      if (model?.kind === "object") return value.kind === "object";
      if (model?.kind === "union") return model.members.some((member) => isLike(value, member.type, models, chain + 1));
      return model?.kind === "enum" && value.kind !== "object" && value.kind !== "array";
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return value.kind !== "object" && value.kind !== "array";
  }
}

/** Whether a type's object has a field of one value alone, and a value says that it is meant. */
function isTaggedFor(value: ExampleValue, type: Type<ModelId>, models: ModelLookup, fits: Fits): boolean {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  if (model?.kind !== "object" || value.kind !== "object") return false;
  const tags = model.fields.filter(({ type: { value: each } }) => {
    if (each.kind === "literal") return true;
    const target = each.kind === "reference" ? models.get(each.target) : undefined;
    return target?.kind === "enum" && target.values.length === 1;
  });
  return (
    tags.length > 0 &&
    tags.every((tag) => value.entries.some((entry) => entry.key === tag.name && fits(entry.value, tag.type.value)))
  );
}

const textWords: Readonly<Record<PrimitiveName, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  bigint: "a big integer",
  decimal: "a decimal number as text",
  "date-time": "a `Date`",
  date: "a calendar date as text",
  unknown: "anything",
};

function wordsOf(
  type: Extract<Type<ModelId>, { kind: "primitive" | "literal" | "platform" | "external" | "stream" }>,
): string {
  switch (type.kind) {
    case "primitive":
      return textWords[type.name];
    case "literal":
      return `\`${JSON.stringify(type.value)}\``;
    case "platform":
    case "external":
      return `a \`${type.name}\``;
    case "stream":
      return "a stream";
  }
}

/** How much of a text a message quotes. */
const longestQuote = 40;

function foundWords(value: ExampleValue): string {
  switch (value.kind) {
    case "null":
      return "`null`";
    case "string": {
      const { value: text } = value;
      return `\`${JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text)}\``;
    }
    case "number":
    case "boolean":
      return `\`${value.value}\``;
    case "bigint":
      return "big integer";
    case "array":
      return "list";
    case "object":
      return "object";
    case "call":
      return `\`${value.callee}\``;
  }
}
