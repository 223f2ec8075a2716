import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Type } from "../../src/model/type.js";
import { type Entry, type Literal, list, plain, record } from "./literal.js";
import type { Settings } from "./proof-case.js";
import { externalSample, platformSamples, primitiveSample, streamSample } from "./sample-leaves.js";

/** `minimal`: what must be there alone; `full`: every key, and an item in every list. */
export type Extent = "minimal" | "full";

/** Values that fit, by the schema alone. */
export interface ValidValues {
  readonly schema: Schema;
  readonly settings: Settings;
  /** Absent where every value of the type contains another one. */
  readonly ofType: (type: Type<ModelId>, extent: Extent) => Literal | undefined;
  readonly ofModel: (id: ModelId, extent: Extent) => Literal | undefined;
}

interface Search {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly known: Map<string, Literal>;
  /** The models that contain the value. */
  readonly within: ReadonlySet<ModelId>;
}

export function validValues(schema: Schema, settings: Settings): ValidValues {
  const search: Search = { schema, settings, known: new Map(), within: new Set() };
  return {
    schema,
    settings,
    ofType: (type, extent) => typeValue(type, extent, search),
    ofModel: (id, extent) => referenceValue(id, extent, search),
  };
}

function typeValue(type: Type<ModelId>, extent: Extent, search: Search): Literal | undefined {
  switch (type.kind) {
    case "primitive":
      return primitiveSample(type.name, search.settings);
    case "literal":
      return plain(type.value);
    case "platform":
      return platformSamples[type.name];
    case "stream":
      return streamSample;
    case "external":
      return externalSample(type);
    case "array":
      return list(...held(type.items, extent, search));
    case "map":
      return record(held(type.values, extent, search).map((value): Entry => ["key", value]));
    case "union":
      return firstValue(type.members, extent, search);
    case "nullable":
      return typeValue(type.type, extent, search) ?? plain(null);
    case "reference":
      return referenceValue(type.target, "minimal", search);
  }
}

/** What a list or a map of an extent holds. */
function held(type: Type<ModelId>, extent: Extent, search: Search): readonly Literal[] {
  const value = extent === "full" ? typeValue(type, "full", search) : undefined;
  return value ? [value] : [];
}

function firstValue(types: readonly Type<ModelId>[], extent: Extent, search: Search): Literal | undefined {
  for (const type of types) {
    const value = typeValue(type, extent, search);
    if (value) return value;
  }
  return undefined;
}

function referenceValue(id: ModelId, extent: Extent, search: Search): Literal | undefined {
  const key = `${extent} ${id}`;
  const known = search.known.get(key);
  const model = search.schema.models.get(id);
  if (known || !model || search.within.has(id)) return known;
  const value = modelValue(model, extent, { ...search, within: new Set([...search.within, id]) });
  if (value) search.known.set(key, value);
  return value;
}

function modelValue(model: Model<ModelId>, extent: Extent, search: Search): Literal | undefined {
  switch (model.kind) {
    case "object":
      return objectValue(model, extent, search);
    case "enum":
      return plain(model.values[0]?.value ?? "any");
    case "union": {
      if (model.members.length === 0) return plain("any");
      const types = model.members.map(({ type }) => type);
      return firstValue(types, extent, search);
    }
    case "alias":
      return typeValue(model.type, extent, search);
  }
}

function objectValue(
  { fields, additional }: Extract<Model<ModelId>, { kind: "object" }>,
  extent: Extent,
  search: Search,
): Literal | undefined {
  const entries: Entry[] = [];
  for (const { localName, type, presence, nullability } of fields) {
    const required = presence.value === "required";
    if (!required && extent === "minimal") continue;
    const value = typeValue(type.value, extent, search) ?? (nullability.value === "yes" ? plain(null) : undefined);
    if (value) entries.push([localName, value]);
    else if (required) return undefined;
  }
  if (!additional || extent === "minimal") return record(entries);
  const other = typeValue(additional.value, "minimal", search);
  return record(other ? [...entries, ["other", other]] : entries);
}
