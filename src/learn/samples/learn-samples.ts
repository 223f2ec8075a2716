import type { ExampleEntry, ExampleValue } from "../../model/example.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { ModelLookup, Schema } from "../../model/schema.js";
import { isUnknown } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import { type Proposal, proposalOf, type Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import { collectValues, type Sighting } from "./collect-values.js";
import { type MatchedObject, matchKeys, type ObjectValue } from "./match-keys.js";
import { type JsonResult, readJson } from "./read-json.js";
import { refinePart, refineType } from "./refine-type.js";

/** A payload of more bytes is not read: one so large takes 2 GB and 11 seconds. */
export const mostSampleBytes = 33_554_432;

/** A recorded payload. */
export interface Sample {
  /** What sources call it: `orders.json`. */
  readonly file: string;
  /** Nothing where it has more than `mostSampleBytes`. */
  readonly text: string | undefined;
  /** What it is a value, or a list of values, of: `Order`, `components.Order` or `components/order.md`. */
  readonly model: string;
}

/**
 * What recorded payloads prove of the models: null, keys in JSON, values beside those of an enum, numbers beside texts, and
 * that keys may be absent. What no sample shows proves nothing, so that nothing is ever said to be required or never null.
 */
export function learnFromSamples(schema: Schema, samples: readonly Sample[]): Proposal {
  const seen = new Map<ModelId, Sighting[]>();
  const lost: Unmatched[] = [];
  for (const sample of samples) {
    const source = `samples ${sample.file}`;
    const [model, ...others] = modelsCalled(sample.model, schema);
    if (!model || others.length > 0) {
      lost.push({
        source,
        reason: `${others.length === 0 ? "no model" : "more than one model"} is called \`${sample.model}\``,
      });
      continue;
    }
    const read = sample.text === undefined ? tooLarge : readJson(sample.text);
    if (!read.ok) {
      lost.push({ source, reason: read.reason, isUnread: true });
      continue;
    }
    for (const value of payloadsIn(read.value, model)) collectValues(value, model, sample.file, schema.models, seen);
  }
  const found: Override[] = [];
  for (const [id, sightings] of seen) {
    const model = schema.models.get(id);
    if (model?.kind === "enum") found.push(...enumFacts(model, sightings));
    if (model?.kind !== "object") continue;
    const objects = matchedObjects(model, sightings);
    const told = objects.filter((object) => isOfModel(object, model));
    found.push(...objectFacts(model, told, schema.models));
    lost.push(...extraKeys(model, objects));
  }
  return proposalOf(found, lost);
}

const tooLarge: JsonResult = { ok: false, reason: `Unexpected size, expected at most ${mostSampleBytes} bytes` };

/** The model of a page, or those of a name, with its namespace or without. */
export function modelsCalled(text: string, { models }: Schema): readonly Model<ModelId>[] {
  const dotted = text.split(".");
  const all = [...models.values()];
  const byPage = all.filter(({ id }) => id === text);
  const byName = all.filter(
    ({ name, page }) =>
      name === text || (name === dotted.at(-1) && dotted.length === 2 && page.split("/").at(-2) === dotted[0]),
  );
  return byPage.length > 0 ? byPage : byName;
}

/** A list stands for its items where the model is no list itself. */
function payloadsIn(value: ExampleValue, { kind }: Model<ModelId>): readonly ExampleValue[] {
  return value.kind === "array" && kind === "object" ? value.items : [value];
}

interface SeenObject extends MatchedObject {
  readonly file: string;
  readonly value: ObjectValue;
}

function matchedObjects(model: ObjectModel<ModelId>, sightings: readonly Sighting[]): readonly SeenObject[] {
  return sightings.flatMap(({ file, value }) =>
    value.kind === "object" ? [{ file, value, ...matchKeys(value, model) }] : [],
  );
}

/** An object of which no key is a field's is something else, as an envelope: that fields are absent in it proves nothing. */
function isOfModel({ entries, extra }: SeenObject, { additional }: ObjectModel<ModelId>): boolean {
  return entries.size > 0 || extra.length === 0 || additional !== undefined;
}

function enumFacts(model: EnumModel, sightings: readonly Sighting[]): readonly Override[] {
  const known = new Set<unknown>(model.values.map(({ value }) => value));
  const kinds = new Set<string>(model.values.map(({ value }) => typeof value));
  const other = sightings.find(({ value }) => "value" in value && kinds.has(value.kind) && !known.has(value.value));
  if (model.open || !other) return [];
  return [{ at: model.id, source: sourceOf(other), confidence: "observed", fact: "open", value: true }];
}

function objectFacts(
  model: ObjectModel<ModelId>,
  objects: readonly SeenObject[],
  models: ModelLookup,
): readonly Override[] {
  const facts = model.fields.flatMap((field, at) => fieldFacts(model, field, at, objects, models));
  if (!model.additional) return facts;
  const others = objects.flatMap(({ file, extra }) => extra.map(({ value }) => ({ file, value })));
  const { type, seen } = refinePart(model.additional.value, others, models);
  const value = seen && typeText(type, model.page, models);
  if (value === undefined || !seen) return facts;
  return [...facts, { at: model.id, source: sourceOf(seen), confidence: "observed", fact: "additional", value }];
}

interface SeenEntry extends Sighting {
  readonly entry: ExampleEntry;
}

function fieldFacts(
  model: ObjectModel<ModelId>,
  field: Field<ModelId>,
  at: number,
  objects: readonly SeenObject[],
  models: ModelLookup,
): readonly Override[] {
  const entries = objects.flatMap(({ file, entries: all }): readonly SeenEntry[] => {
    const entry = all.get(at);
    return entry ? [{ file, value: entry.value, entry }] : [];
  });
  const base = { at: `${model.id}#${field.name}`, confidence: "observed" } as const;
  const facts: Override[] = [];
  const nothing = entries.find(({ value }) => value.kind === "null");
  if (nothing && !admitsNull(field)) {
    facts.push({ ...base, source: sourceOf(nothing), fact: "nullable", value: true });
  }
  const without = objects.find((object) => !object.entries.has(at));
  if (without && field.presence.value === "required") {
    facts.push({ ...base, source: sourceOf(without), fact: "required", value: false });
  }
  const key = seenKey(field, entries);
  if (key) facts.push({ ...base, source: sourceOf(key), fact: "wireName", value: key.entry.key });
  const { type, seen } = refineType(field.type.value, entries, models);
  const value = seen && typeText(type, model.page, models);
  return value === undefined || !seen ? facts : [...facts, { ...base, source: sourceOf(seen), fact: "type", value }];
}

function admitsNull({ nullability, type }: Field<ModelId>): boolean {
  return nullability.value === "yes" || isUnknown(type.value);
}

/** The only key that samples have for a field, where it is neither known nor the property's name. */
function seenKey({ wireName, localName }: Field<ModelId>, entries: readonly SeenEntry[]): SeenEntry | undefined {
  const [first] = entries;
  const isOne = entries.every(({ entry }) => entry.key === first?.entry.key);
  return first && isOne && !wireName && first.entry.key !== localName ? first : undefined;
}

function extraKeys(model: ObjectModel<ModelId>, objects: readonly SeenObject[]): readonly Unmatched[] {
  if (model.additional) return [];
  const first = new Map<string, Unmatched>();
  for (const { file, extra } of objects) {
    for (const { key, place } of extra) {
      if (first.has(key)) continue;
      const source = `samples ${file}:${place.start.line}:${place.start.column}`;
      first.set(key, { source, reason: `no field of ${model.page} is called \`${key}\`` });
    }
  }
  return [...first.values()];
}

function sourceOf({ file, value: { place } }: Sighting): string {
  return `samples ${file}:${place.start.line}:${place.start.column}`;
}
