import fc from "fast-check";
import { applySightings } from "../../src/evidence/apply-sightings.js";
import type { Evidence } from "../../src/evidence/evidence.js";
import { mergeSightings } from "../../src/evidence/merge-sightings.js";
import { searchAllExamples } from "../../src/evidence/search-examples.js";
import { tagUnions } from "../../src/evidence/tag-unions.js";
import type { ExampleValue } from "../../src/model/example.js";
import type { Model, ModelId } from "../../src/model/model.js";
import type { Place } from "../../src/model/place.js";
import type { Schema } from "../../src/model/schema.js";
import { schemas } from "../validators/random-models.js";
import { mutantsOf, valuesOf } from "../validators/random-values.js";

/** Examples that are believed of everything. */
export const everything: Evidence = {
  nulls: true,
  exampleCells: true,
  openEnums: true,
  stringsOrNumbers: true,
  extraKeys: true,
  absentKeys: true,
};

/** Random models with examples that mostly break them, before and after the examples are believed. */
export interface Widening {
  readonly before: Schema;
  readonly after: Schema;
  /** The example of each model, as a value. */
  readonly examples: ReadonlyMap<ModelId, unknown>;
}

/** Random models, and what their examples make of them. */
export const widenings: fc.Arbitrary<Widening> = fc
  .tuple(schemas, fc.nat())
  .map(([schema, seed]) => widen(schema, seed));

function widen(schema: Schema, seed: number): Widening {
  const examples = new Map<ModelId, unknown>();
  const models = [...schema.models.values()].map((model): readonly [ModelId, Model<ModelId>] => {
    const value = chosen(valuesOf(model, schema, seed).flatMap(mutantsOf), seed);
    const example = exampleOf(value);
    if (!example) return [model.id, untagged(model)];
    examples.set(model.id, value);
    const shown = { language: "typescript", text: "", type: model.name, value: example };
    return [model.id, { ...untagged(model), example: { value: shown, source: { origin: "example" } } }];
  });
  const before = { ...schema, models: new Map(models) };
  const searches = [...searchAllExamples(before, everything).values()];
  const found = mergeSightings(searches.map((search) => search.found));
  return { before: tagUnions(before), after: tagUnions(applySightings(before, found)), examples };
}

/** A union is tagged once what examples show is known. */
function untagged(model: Model<ModelId>): Model<ModelId> {
  if (model.kind !== "union") return model;
  const { discriminator: _discriminator, ...rest } = model;
  return rest;
}

function chosen(values: readonly unknown[], seed: number): unknown {
  return values[seed % Math.max(1, values.length)];
}

const point = { line: 1, column: 1, offset: 0 };
const place: Place = { start: point, end: point };

/** A value as an example shows it; nothing where an example has no word for it. */
function exampleOf(value: unknown): ExampleValue | undefined {
  if (value === null) return { kind: "null", place };
  switch (typeof value) {
    case "string":
      return { kind: "string", value, place };
    case "number":
      return { kind: "number", value, place };
    case "boolean":
      return { kind: "boolean", value, place };
    case "object":
      return Array.isArray(value) ? listOf(value) : objectOf(value);
    default:
      return undefined;
  }
}

function listOf(value: readonly unknown[]): ExampleValue | undefined {
  const items = value.flatMap((item) => exampleOf(item) ?? []);
  return items.length === value.length ? { kind: "array", items, place } : undefined;
}

function objectOf(value: object): ExampleValue | undefined {
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const shown = exampleOf(each);
    return shown ? [{ key, place, value: shown }] : [];
  });
  return entries.length === Object.keys(value).length ? { kind: "object", entries, place } : undefined;
}
