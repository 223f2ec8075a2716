import type { ExampleValue } from "../model/example.js";
import { foldName } from "../model/fold-name.js";
import type { Model, ModelId, ObjectModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";
import { leavesOf, memberTypes } from "./union-leaves.js";

/** Tells whether an example's value could be of a type. */
export type Fits = (value: ExampleValue, type: Type<ModelId>) => boolean;

/** What the compiler is asked of a value. */
export interface Compiled {
  /** As what date-times are emitted. */
  readonly dates: "Date" | "string";
  /** Whether an object that a class makes of a text fits where the type is text. */
  readonly asTexts?: boolean;
}

/**
 * How a value is held against a type. `asked`: null fits everywhere, since it is what examples are asked about, and what may be
 * meant is taken as meant. Else by what the compiler says to the value where it stands for the emitted type, but that a
 * key whose default is known may be left out, since who makes the value fills it in.
 */
export type FitMode = "asked" | Compiled;

/** Unions that are members of unions are followed at most so far for one value. */
const longestChain = 32;

/** What a choice of types offers a literal: the objects that it may be, and every name of theirs. */
interface Offer {
  readonly objects: readonly ObjectModel<ModelId>[];
  readonly names: ReadonlySet<string>;
}

const noNames: ReadonlySet<string> = new Set();

/**
 * Makes the test of values against the types of a schema. Answers are kept: a value is held against a type once, however
 * many unions lead to it.
 */
export function fitsIn(models: ModelLookup, mode: FitMode = "asked"): Fits {
  const isCompiled = mode !== "asked";
  const known = new WeakMap<ExampleValue, Map<Type<ModelId>, boolean>>();
  const offers = new WeakMap<readonly Type<ModelId>[], Offer>();
  const fits = (value: ExampleValue, type: Type<ModelId>, chain: number): boolean => {
    // What one look decides is not worth the note.
    if (type.kind !== "reference" && type.kind !== "union" && isScalar(value)) return fitsType(value, type, chain);
    const answers = known.get(value) ?? new Map<Type<ModelId>, boolean>();
    known.set(value, answers);
    const answer = answers.get(type) ?? fitsType(value, type, chain);
    answers.set(type, answer);
    return answer;
  };

  const fitsType = (value: ExampleValue, type: Type<ModelId>, chain: number): boolean => {
    if (chain > longestChain || (value.kind === "null" && !isCompiled)) return true;
    switch (type.kind) {
      case "primitive":
        return isCompiled ? compilesAs(value, type.name, mode) : fitsPrimitive(value, type.name);
      case "literal":
        return isScalar(value) && value.value === type.value;
      case "platform":
      case "stream":
        return value.kind === "call";
      case "external":
        return true;
      case "array":
        return value.kind === "array" && value.items.every((item) => fits(item, type.items, 0));
      case "map":
        return value.kind === "object" && value.entries.every((entry) => fits(entry.value, type.values, 0));
      case "union":
        return fitsSome(value, type.members, chain + 1);
      case "nullable":
        return value.kind === "null" || fits(value, type.type, chain);
      case "reference": {
        const model = models.get(type.target);
        return model !== undefined && fitsModel(value, model, chain + 1);
      }
    }
  };

  const fitsSome = (value: ExampleValue, types: readonly Type<ModelId>[], chain: number): boolean => {
    if (types.some((type) => fits(value, type, chain))) return true;
    if (!isCompiled || value.kind !== "object") return false;
    // To the compiler a literal may have the keys of any member.
    const offer = offers.get(types) ?? offerOf(types, models);
    offers.set(types, offer);
    return offer.objects.some((model) => fitsObject(value, model, offer.names));
  };

  const fitsModel = (value: ExampleValue, model: Model<ModelId>, chain: number): boolean => {
    switch (model.kind) {
      case "object":
        return value.kind === "object" && fitsObject(value, model, noNames);
      case "enum":
        if (!isScalar(value)) return value.kind === "call";
        return model.values.some((one) => one.value === value.value || (model.open && typeof one.value === value.kind));
      case "union":
        return fitsSome(value, memberTypes(model), chain);
      case "alias":
        return fits(value, model.type, chain);
    }
  };

  const fitsObject = (
    value: Extract<ExampleValue, { kind: "object" }>,
    model: ObjectModel<ModelId>,
    otherNames: ReadonlySet<string>,
  ): boolean => {
    const entries = new Map(value.entries.map((entry) => [entry.key, entry.value]));
    const allThere = model.fields.every((field) => {
      const entry = entries.get(field.name);
      if (!entry) return field.presence.value !== "required" || (isCompiled && field.default !== undefined);
      return (entry.kind === "null" && field.nullability.value === "yes") || fits(entry, field.type.value, 0);
    });
    if (!allThere || model.additional) return allThere;
    const names = fieldsByName(model);
    return value.entries.every((entry) => names.has(entry.key) || otherNames.has(entry.key));
  };

  return (value, type) => fits(value, type, 0);
}

function offerOf(types: readonly Type<ModelId>[], models: ModelLookup): Offer {
  const targets = leavesOf(types, models).map((type) =>
    type.kind === "reference" ? models.get(type.target) : undefined,
  );
  const objects = targets.filter((model) => model?.kind === "object");
  return { objects, names: new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name))) };
}

const knownFields = new WeakMap<ObjectModel<ModelId>, ReadonlyMap<string, number>>();

/** The index of each field of a model by its name. */
export function fieldsByName(model: ObjectModel<ModelId>): ReadonlyMap<string, number> {
  const fields = knownFields.get(model) ?? new Map(model.fields.map(({ name }, at) => [name, at]));
  knownFields.set(model, fields);
  return fields;
}

const knownFoldedFields = new WeakMap<ObjectModel<ModelId>, ReadonlyMap<string, number>>();

/** The index of each field of a model by its name without case and separators; of two that are alike so, none. */
export function fieldsByFoldedName(model: ObjectModel<ModelId>): ReadonlyMap<string, number> {
  const known = knownFoldedFields.get(model);
  if (known) return known;
  const fields = new Map<string, number>();
  const alike = new Set<string>();
  for (const [at, { name }] of model.fields.entries()) {
    const folded = foldName(name);
    if (fields.has(folded)) alike.add(folded);
    fields.set(folded, at);
  }
  for (const name of alike) fields.delete(name);
  knownFoldedFields.set(model, fields);
  return fields;
}

function isScalar(value: ExampleValue): value is Extract<ExampleValue, { kind: "string" | "number" | "boolean" }> {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

function fitsPrimitive(value: ExampleValue, name: PrimitiveName): boolean {
  switch (name) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return value.kind === name;
    case "integer":
      return value.kind === "number";
    case "decimal":
    case "date-time":
    case "date":
      return value.kind === "call" || value.kind === "string";
    case "unknown":
      return true;
  }
}

function compilesAs(value: ExampleValue, name: PrimitiveName, { dates, asTexts = false }: Compiled): boolean {
  switch (name) {
    case "decimal":
    case "date":
      return isText(value, asTexts);
    case "date-time":
      return dates === "Date" ? value.kind === "call" : isText(value, asTexts);
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "integer":
    case "unknown":
      return fitsPrimitive(value, name);
  }
}

function isText(value: ExampleValue, asTexts: boolean): boolean {
  return value.kind === "string" || (asTexts && value.kind === "call" && value.text !== undefined);
}
