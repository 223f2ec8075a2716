import { notingLookup } from "../model/consulted.js";
import type { ExampleValue } from "../model/example.js";
import type { Source } from "../model/fact.js";
import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup, Schema } from "../model/schema.js";
import type { Type } from "../model/type.js";
import { type Fits, fieldsByName, fitsIn } from "./fits.js";

/** A place in a model's types: the index of a field or a member, then `[]` for items, `{}` for values, `|n` for members. */
export type Slot = string;

/** How slots are spelled. */
export const slots = {
  part: (index: number): Slot => String(index),
  additional: "+",
  items: (slot: Slot): Slot => `${slot}[]`,
  values: (slot: Slot): Slot => `${slot}{}`,
  member: (slot: Slot, index: number): Slot => `${slot}|${index}`,
} as const;

/** Where examples show null in a model: slot → the first sight of it. */
export type Seen = ReadonlyMap<Slot, Source>;

/** Where examples show null. */
export type Sightings = ReadonlyMap<ModelId, Seen>;

/** What the examples of one page show. */
export interface ExampleSearch {
  readonly found: Sightings;
  /** The models that the examples were held against. */
  readonly consulted: ReadonlySet<ModelId>;
}

interface Search {
  readonly models: ModelLookup;
  readonly fits: Fits;
  readonly found: Map<ModelId, Map<Slot, Source>>;
  /** The page whose example is looked at. */
  readonly page: string;
}

/** Unions that refer to unions are followed at most so far. */
const longestChain = 32;

/** Follows the examples of every page, in the order of the models. */
export function searchAllExamples(schema: Schema): ReadonlyMap<ModelId, ExampleSearch> {
  return new Map([...schema.models].map(([id, model]) => [id, searchExamples(model, schema.models)]));
}

/** Follows the examples of a model's page through its types and those of the models that it reaches. */
export function searchExamples(model: Model<ModelId>, lookup: ModelLookup): ExampleSearch {
  const models = notingLookup(lookup);
  const search: Search = { models, fits: fitsIn(models), found: new Map(), page: model.page };
  const example = ownExample(model);
  if (example) searchModel(search, example, model, 0);
  for (const [at, member] of model.kind === "union" ? model.members.entries() : []) {
    if (member.example) searchType(search, member.example.value, member.type, model.id, slots.part(at), 0);
  }
  return { found: search.found, consulted: models.consulted };
}

/** What several pages' examples show, of which the first one to show a null is named. */
export function mergeSightings(found: readonly Sightings[]): Sightings {
  const merged = new Map<ModelId, Map<Slot, Source>>();
  for (const [id, seen] of found.flatMap((sightings) => [...sightings])) {
    const known = merged.get(id) ?? new Map<Slot, Source>();
    for (const [slot, source] of seen) if (!known.has(slot)) known.set(slot, source);
    merged.set(id, known);
  }
  return merged;
}

/** The page's example, where it is declared to be the page's model. */
export function ownExample(model: Model<ModelId>): ExampleValue | undefined {
  const example = model.example?.value;
  return example?.type?.split(".").at(-1) === model.name ? example.value : undefined;
}

function searchType(
  search: Search,
  value: ExampleValue,
  type: Type<ModelId>,
  owner: ModelId,
  slot: Slot,
  chain: number,
): void {
  if (value.kind === "null") {
    note(search, value, type, owner, slot);
    return;
  }
  switch (type.kind) {
    case "array":
      if (value.kind !== "array") return;
      for (const item of value.items) searchType(search, item, type.items, owner, slots.items(slot), 0);
      return;
    case "map":
      if (value.kind !== "object") return;
      for (const entry of value.entries) searchType(search, entry.value, type.values, owner, slots.values(slot), 0);
      return;
    case "nullable":
      searchType(search, value, type.type, owner, slot, chain);
      return;
    case "union": {
      const at = onlyFitting(search, value, type.members);
      const member = at === undefined ? undefined : type.members[at];
      if (at !== undefined && member) searchType(search, value, member, owner, slots.member(slot, at), chain + 1);
      return;
    }
    case "reference": {
      const model = search.models.get(type.target);
      if (model && chain < longestChain) searchModel(search, value, model, chain + 1);
      return;
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return;
  }
}

function searchModel(search: Search, value: ExampleValue, model: Model<ModelId>, chain: number): void {
  if (model.kind === "union") {
    const types = model.members.map((member) => member.type);
    const at = onlyFitting(search, value, types);
    const member = at === undefined ? undefined : types[at];
    if (at !== undefined && member) searchType(search, value, member, model.id, slots.part(at), chain);
  }
  if (model.kind !== "object" || value.kind !== "object") return;
  const fields = fieldsByName(model);
  for (const entry of value.entries) {
    const at = fields.get(entry.key) ?? -1;
    const type = at < 0 ? model.additional?.value : model.fields[at]?.type.value;
    if (type) searchType(search, entry.value, type, model.id, at < 0 ? slots.additional : slots.part(at), 0);
  }
}

/** The index of the one type that a value can be of; nothing where none or several fit. */
function onlyFitting(search: Search, value: ExampleValue, types: readonly Type<ModelId>[]): number | undefined {
  const first = types.findIndex((type) => search.fits(value, type));
  const isOnly = !types.some((type, at) => at > first && search.fits(value, type));
  return first >= 0 && isOnly ? first : undefined;
}

function note(
  search: Search,
  value: Extract<ExampleValue, { kind: "null" }>,
  type: Type<ModelId>,
  owner: ModelId,
  slot: Slot,
): void {
  const admitsNull = type.kind === "nullable" || (type.kind === "primitive" && type.name === "unknown");
  if (admitsNull) return;
  const seen = search.found.get(owner) ?? new Map<Slot, Source>();
  if (!seen.has(slot)) seen.set(slot, { origin: "example", page: search.page, place: value.place });
  search.found.set(owner, seen);
}
