import type { EnumModel, Field, Model, ModelId, ObjectModel, UnionModel } from "../../src/model/model.js";
import type { Type } from "../../src/model/type.js";
import {
  expressionOf,
  type Literal,
  list,
  plain,
  type RecordLiteral,
  record,
  untellable,
  withEntry,
  withoutEntry,
} from "./literal.js";
import { interleave, literalMisses, type ModelVariants, nearMisses } from "./near-misses.js";
import { strangers } from "./sample-leaves.js";
import type { ValidValues } from "./valid-values.js";

/** How deep models are broken within a model, and how many values stand for one there. */
const brokenDepth = 2;
const valuesWithin = 6;

/** Values of a model and values that nearly are, each once, at most so many and always the same. */
export type Enumerator = (model: Model<ModelId>, limit: number) => readonly Literal[];

/** Enumerates the values of the models of a schema. */
export function enumerator(valid: ValidValues): Enumerator {
  const known = new Map<string, readonly Literal[]>();
  return (model, limit) => {
    const literals = modelValues(model, valid, variantsBelow(valid, brokenDepth, known));
    // Every value of an enum is its own case.
    const least = model.kind === "enum" ? model.values.length + 10 : 0;
    const distinct = new Map(literals.map((literal) => [expressionOf(literal), literal]));
    return [...distinct.values()].slice(0, Math.max(limit, least));
  };
}

function modelValues(model: Model<ModelId>, valid: ValidValues, below: ModelVariants): readonly Literal[] {
  switch (model.kind) {
    case "object":
      return objectValues(model, valid, below);
    case "enum":
      return [...enumValues(model), ...strangers];
    case "union":
      return [...unionValues(model, valid, below), ...strangers, plain(undefined)];
    case "alias":
      return [...typeValues(model.type, valid, below), ...strangers, plain(undefined)];
  }
}

/** The first values of models within a model, down to a depth. */
function variantsBelow(valid: ValidValues, depth: number, known: Map<string, readonly Literal[]>): ModelVariants {
  return (id) => {
    const model = valid.schema.models.get(id);
    if (!model || depth === 0) return [];
    const found = known.get(`${depth} ${id}`);
    if (found) return found;
    const values = modelValues(model, valid, variantsBelow(valid, depth - 1, known));
    const first = values.slice(0, model.kind === "enum" ? 3 : valuesWithin);
    known.set(`${depth} ${id}`, first);
    return first;
  };
}

function typeValues(type: Type<ModelId>, valid: ValidValues, below: ModelVariants): readonly Literal[] {
  const samples = [valid.ofType(type, "minimal"), valid.ofType(type, "full")];
  return [...samples.filter((value) => value !== undefined), ...nearMisses(type, valid, below)];
}

function unionValues({ members }: UnionModel<ModelId>, valid: ValidValues, below: ModelVariants): readonly Literal[] {
  return interleave(members.map(({ type }) => typeValues(type, valid, below)));
}

function enumValues({ values }: EnumModel): readonly Literal[] {
  const misses = values.slice(0, 2).flatMap(({ value }) => literalMisses(value));
  return [
    ...values.map(({ value }) => plain(value)),
    ...misses,
    plain("unknown value"),
    ...wrongNumbers,
    plain(undefined),
  ];
}

const wrongNumbers: readonly Literal[] = [plain(0.5), untellable(Number.NaN, "NaN")];

function objectValues(model: ObjectModel<ModelId>, valid: ValidValues, below: ModelVariants): readonly Literal[] {
  const minimal = valid.ofModel(model.id, "minimal");
  const full = valid.ofModel(model.id, "full");
  const base = full?.kind === "record" ? full : record([]);
  const fields = model.fields.map((field, at) => fieldValues(field, base, valid, below, at));
  const [first = [], ...others] = rounds(fields);
  return [
    ...[minimal, full].filter((value) => value !== undefined),
    ...strangers,
    plain(undefined),
    list(base),
    ...first,
    ...keyValues(model, base, valid, below),
    ...others.flat(),
  ];
}

/** The values of all fields, a round of each field's next one after another; the first rounds are one. */
function rounds(fields: readonly (readonly Literal[])[]): readonly (readonly Literal[])[] {
  const told = fields.map((values) => values.slice(0, 4));
  return [interleave(told), interleave(fields.map((values) => values.slice(4)))];
}

/** The model's values with one field wrong, gone or of another value. */
function fieldValues(
  { localName, type, presence }: Field<ModelId>,
  base: RecordLiteral,
  valid: ValidValues,
  below: ModelVariants,
  at: number,
): readonly Literal[] {
  const [near, second, ...misses] = nearMisses(type.value, valid, below);
  // The strangers differ from field to field, so that a bounded number of values shows each kind somewhere.
  const turned = strangers.map((_, index) => strangers[(index + at) % strangers.length]);
  const found = [near, plain(undefined), plain(null), second, turned[0], ...misses.slice(0, 12), ...turned.slice(1)];
  const gone = withoutEntry(base, localName);
  const values = found.filter((value) => value !== undefined).map((value) => withEntry(base, localName, value));
  return presence.value === "required" ? [gone, ...values] : [...values.slice(0, 3), gone, ...values.slice(3)];
}

/** The model's values with keys that no field names. */
function keyValues(
  { additional }: ObjectModel<ModelId>,
  base: RecordLiteral,
  valid: ValidValues,
  below: ModelVariants,
): readonly Literal[] {
  const values = additional ? nearMisses(additional.value, valid, below).slice(0, 12) : [];
  const found = [plain(undefined), plain("a"), ...values, ...(additional ? strangers : [])];
  const keys = ["__proto__", "constructor", "toString"];
  const fields = new Set(base.entries.map(([key]) => key));
  return [
    ...found.map((value) => withEntry(base, "unknown key", value)),
    ...keys.filter((key) => !fields.has(key)).map((key) => withEntry(base, key, plain("a"))),
  ];
}
