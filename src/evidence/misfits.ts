import type { ExampleValue } from "../model/example.js";
import type { Field, Model, ModelId, ObjectModel } from "../model/model.js";
import type { Place } from "../model/place.js";
import type { ModelLookup } from "../model/schema.js";
import type { Type } from "../model/type.js";
import { type Fits, fieldsByName, fitsIn } from "./fits.js";
import { fittingMember } from "./fitting-member.js";
import { meantType } from "./meant-member.js";
import { openingOf } from "./opening.js";
import { valueWords } from "./type-words.js";
import { memberTypes } from "./union-leaves.js";

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
  /** The class, and the text that its object is made of. */
  readonly made?: { readonly callee: string; readonly text: string };
}

/** Finds what of a value does not fit a type, from the outside in to what alone is wrong; the first so many. */
export type FindMisfits = (value: ExampleValue, type: Type<ModelId>, saying: Saying) => readonly Misfit[];

/** Makes the search for what of values does not fit the types of a schema, so many faults at most. */
export function misfitsIn(models: ModelLookup, most: number, dates: "Date" | "string" = "Date"): FindMisfits {
  const fits = fitsIn(models, { dates });
  const fitsAsTexts = fitsIn(models, { dates, asTexts: true });
  return (value, type, saying) => {
    const search: Search = { models, fits, fitsAsTexts, found: [], most };
    searchType(search, value, type, saying);
    return search.found;
  };
}

interface Search {
  readonly models: ModelLookup;
  readonly fits: Fits;
  /** The same, but that objects of classes are the texts that they are made of. */
  readonly fitsAsTexts: Fits;
  readonly found: Misfit[];
  readonly most: number;
}

type ObjectValue = Extract<ExampleValue, { kind: "object" }>;

function searchType(search: Search, value: ExampleValue, type: Type<ModelId>, saying: Saying): void {
  const { found, most, models } = search;
  if (found.length >= most || search.fits(value, type)) return;
  switch (type.kind) {
    case "nullable":
      searchType(search, value, type.type, saying);
      return;
    case "array":
      if (value.kind === "array") for (const item of value.items) searchType(search, item, type.items, saying);
      else found.push(misfit(value, "a list", saying));
      return;
    case "map":
      if (value.kind !== "object") found.push(misfit(value, "an object", saying));
      else for (const entry of value.entries) searchType(search, entry.value, type.values, saying);
      return;
    case "union":
      searchUnion(search, value, type.members, saying);
      return;
    case "reference": {
      const model = models.get(type.target);
      if (model) searchModel(search, value, model, saying);
      return;
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
      found.push(misfit(value, wordsOf(type), saying));
  }
}

function searchModel(search: Search, value: ExampleValue, model: Model<ModelId>, saying: Saying): void {
  const own = { page: model.page, place: model.place, name: model.name };
  switch (model.kind) {
    case "object":
      if (value.kind === "object") searchObject(search, value, model);
      else search.found.push(misfit(value, `an object of \`${model.name}\``, saying));
      return;
    case "enum":
      search.found.push(misfit(value, `a value of \`${model.name}\``, own));
      return;
    case "union":
      searchUnion(search, value, memberTypes(model), own);
      return;
    case "alias":
      searchType(search, value, model.type, saying);
  }
}

/** Where a member fits but for classes, or one alone can be meant, what is wrong is within it. */
function searchUnion(search: Search, value: ExampleValue, types: readonly Type<ModelId>[], saying: Saying): void {
  const { models, fits, fitsAsTexts } = search;
  const fitting = fittingMember(value, types, models, fitsAsTexts);
  for (const part of fitting) searchType(search, part.value, part.type, saying);
  if (fitting.length > 0) return;
  const meant = meantType(value, types, models, fits);
  if (meant) searchType(search, value, meant, saying);
  else search.found.push(misfit(value, `one of the ${types.length} types of \`${saying.name}\``, saying));
}

function searchObject(search: Search, value: ObjectValue, model: ObjectModel<ModelId>): void {
  const entries = new Map(value.entries.map((entry) => [entry.key, entry]));
  for (const field of model.fields) {
    const entry = entries.get(field.name);
    const { page = model.page, place = field.place } = field.type.source;
    if (!entry) search.found.push(...missing(value, field, model));
    else if (entry.value.kind !== "null" || field.nullability.value !== "yes") {
      searchType(search, entry.value, field.type.value, { page, place, name: field.name });
    }
  }
  if (model.additional) return;
  const names = fieldsByName(model);
  const saying = { page: model.page, place: model.place, name: model.name };
  for (const { key, place } of value.entries) {
    if (names.has(key)) continue;
    search.found.push({
      kind: "surplus",
      place,
      found: `key \`${key}\``,
      expected: `a field of \`${model.name}\``,
      saying,
    });
  }
}

/** What is missing stands nowhere, so its place is where the object opens. */
function missing(
  { place: whole }: ObjectValue,
  { name, presence, place, default: known }: Field<ModelId>,
  { page }: ObjectModel<ModelId>,
): readonly Misfit[] {
  if (presence.value !== "required" || known) return [];
  const [found, expected] = [`object without \`${name}\``, `the required field \`${name}\``];
  return [{ kind: "missing", place: openingOf(whole), found, expected, saying: { page, place, name } }];
}

/** What types that are text are called; a `Date` fits a date-time unless that is text. */
const textWords: ReadonlySet<string> = new Set([valueWords.date, valueWords.decimal, valueWords["date-time"]]);

function misfit(value: ExampleValue, expected: string, saying: Saying): Misfit {
  const isText = textWords.has(expected);
  const told = { place: value.place, found: foundWords(value), expected, saying };
  if (value.kind !== "call" || value.callee === "undefined" || !isText) return { kind: "value", ...told };
  const { callee, text } = value;
  return { kind: "class", ...told, ...(text === undefined ? {} : { made: { callee, text } }) };
}

function wordsOf(
  type: Extract<Type<ModelId>, { kind: "primitive" | "literal" | "platform" | "external" | "stream" }>,
): string {
  switch (type.kind) {
    case "primitive":
      return valueWords[type.name];
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
