import { notingLookup } from "../model/consulted.js";
import type { ExampleValue } from "../model/example.js";
import type { Source } from "../model/fact.js";
import { foldName } from "../model/fold-name.js";
import type { EnumModel, Model, ModelId, ObjectModel } from "../model/model.js";
import type { ModelLookup, Schema } from "../model/schema.js";
import { isUnknown, type Type } from "../model/type.js";
import type { Evidence } from "./evidence.js";
import { cellValues } from "./example-cells.js";
import { type Fits, fieldsByFoldedName, fieldsByName, fitsIn } from "./fits.js";
import { meantType } from "./meant-member.js";
import { openingOf } from "./opening.js";
import { isOtherScalar, isOtherValue } from "./other-values.js";
import { type Sightings, type Slot, slots } from "./slots.js";
import { memberTypes } from "./union-leaves.js";

/** What the examples of one page show. */
export interface ExampleSearch {
  readonly found: Sightings;
  /** The models that the examples were held against. */
  readonly consulted: ReadonlySet<ModelId>;
}

interface Search {
  readonly models: ModelLookup;
  readonly fits: Fits;
  readonly believed: Evidence;
  /** The index of the field that a key of an example stands for. */
  readonly fieldAt: (model: ObjectModel<ModelId>, key: string) => number | undefined;
  readonly found: Map<ModelId, Map<Slot, Source>>;
  /** The page whose examples are looked at. */
  readonly page: string;
}

type ObjectValue = Extract<ExampleValue, { kind: "object" }>;

/** Where in a model's types a value stands. */
interface Spot {
  readonly owner: ModelId;
  readonly slot: Slot;
}

/** Unions that refer to unions are followed at most so far. */
const longestChain = 32;

/** Follows the examples of every page, in the order of the models. */
export function searchAllExamples(schema: Schema, believed: Evidence): ReadonlyMap<ModelId, ExampleSearch> {
  return new Map([...schema.models].map(([id, model]) => [id, searchExamples(model, schema.models, believed)]));
}

/** Follows the examples of a model's page through its types and those of the models that it reaches. */
export function searchExamples(model: Model<ModelId>, lookup: ModelLookup, believed: Evidence): ExampleSearch {
  const models = notingLookup(lookup);
  const found: Search["found"] = new Map();
  const fieldAt: Search["fieldAt"] = (object, key) => fieldsByName(object).get(key);
  const search: Search = { models, fits: fitsIn(models), believed, fieldAt, found, page: model.page };
  const example = ownExample(model);
  if (example) searchModel(search, example, model, 0);
  for (const [at, member] of model.kind === "union" ? model.members.entries() : []) {
    const spot = { owner: model.id, slot: slots.part(at) };
    if (member.example) searchType(search, member.example.value, member.type, spot, 0);
  }
  if (model.kind === "object") searchCells(search, model);
  return { found, consulted: models.consulted };
}

/** The page's example, where it is declared to be the page's model. */
export function ownExample(model: Model<ModelId>): ExampleValue | undefined {
  const example = model.example?.value;
  return example?.type?.split(".").at(-1) === model.name ? example.value : undefined;
}

/** Cells are written by hand and hold JSON: they are believed of null alone, and their keys may be of another case. */
function searchCells(search: Search, model: ObjectModel<ModelId>): void {
  const { nulls, exampleCells } = search.believed;
  if (!nulls || !exampleCells) return;
  const believed = {
    nulls,
    exampleCells,
    openEnums: false,
    stringsOrNumbers: false,
    extraKeys: false,
    absentKeys: false,
  };
  const fieldAt: Search["fieldAt"] = (object, key) => fieldsByFoldedName(object).get(foldName(key));
  for (const [at, field] of model.fields.entries()) {
    for (const value of cellValues(field)) {
      const spot = { owner: model.id, slot: slots.part(at) };
      searchType({ ...search, believed, fieldAt }, value, field.type.value, spot, 0);
    }
  }
}

function searchType(search: Search, value: ExampleValue, type: Type<ModelId>, spot: Spot, chain: number): void {
  if (value.kind === "null") {
    noteNull(search, value, type, spot);
    return;
  }
  const { owner, slot } = spot;
  switch (type.kind) {
    case "array": {
      const within = { owner, slot: slots.items(slot) };
      if (value.kind === "array") for (const item of value.items) searchType(search, item, type.items, within, 0);
      return;
    }
    case "map": {
      const within = { owner, slot: slots.values(slot) };
      if (value.kind !== "object") return;
      for (const entry of value.entries) searchType(search, entry.value, type.values, within, 0);
      return;
    }
    case "nullable":
      searchType(search, value, type.type, spot, chain);
      return;
    case "union":
      searchMembers(search, value, type.members, (at) => ({ owner, slot: slots.member(slot, at) }), chain + 1);
      return;
    case "reference": {
      const model = search.models.get(type.target);
      if (model && chain < longestChain) searchModel(search, value, model, chain + 1);
      return;
    }
    case "primitive":
      if (search.believed.stringsOrNumbers && isOtherScalar(value, type)) {
        note(search, value, { owner, slot: slots.otherScalar(slot) });
      }
      return;
    case "literal":
    case "platform":
    case "external":
    case "stream":
      return;
  }
}

function searchModel(search: Search, value: ExampleValue, model: Model<ModelId>, chain: number): void {
  switch (model.kind) {
    case "union": {
      const spotOf = (at: number): Spot => ({ owner: model.id, slot: slots.part(at) });
      searchMembers(search, value, memberTypes(model), spotOf, chain);
      return;
    }
    case "object":
      if (value.kind === "object") searchObject(search, value, model);
      return;
    case "enum":
      searchEnum(search, value, model);
      return;
    case "alias":
      return;
  }
}

/** Goes on with the one member that a value can be of, else with the one that it is meant to be of. */
function searchMembers(
  search: Search,
  value: ExampleValue,
  types: readonly Type<ModelId>[],
  spotOf: (index: number) => Spot,
  chain: number,
): void {
  const fitting = types.findIndex((each) => search.fits(value, each));
  if (fitting >= 0 && types.some((each, at) => at > fitting && search.fits(value, each))) return;
  const type = types[fitting] ?? meantType(value, types, search.models, search.fits);
  if (!type) return;
  const at = types.indexOf(type);
  // What is meant may be a member of a member: a model of its own, or nothing that a slot could name.
  if (at >= 0 || type.kind === "reference") searchType(search, value, type, spotOf(at), chain);
}

function searchObject(search: Search, value: ObjectValue, model: ObjectModel<ModelId>): void {
  for (const { key, place, value: each } of value.entries) {
    const at = search.fieldAt(model, key);
    const field = at === undefined ? undefined : model.fields[at];
    if (at !== undefined && field) {
      searchType(search, each, field.type.value, { owner: model.id, slot: slots.part(at) }, 0);
    } else if (model.additional) {
      searchType(search, each, model.additional.value, { owner: model.id, slot: slots.additional }, 0);
    } else if (search.believed.extraKeys) {
      note(search, { place }, { owner: model.id, slot: slots.otherKey });
    }
  }
  if (search.believed.absentKeys) searchAbsent(search, value, model);
}

/**
 * What is left out stands nowhere, so its place is where the object opens. A constant is not asked about: it tells the members
 * of unions apart, which an example that forgets it must not end.
 */
function searchAbsent(search: Search, { entries, place }: ObjectValue, model: ObjectModel<ModelId>): void {
  const shown = new Set(entries.map(({ key }) => search.fieldAt(model, key)));
  for (const [at, { presence, type }] of model.fields.entries()) {
    if (presence.value !== "required" || type.value.kind === "literal" || shown.has(at)) continue;
    note(search, { place: openingOf(place) }, { owner: model.id, slot: slots.absent(slots.part(at)) });
  }
}

function searchEnum(search: Search, value: ExampleValue, model: EnumModel): void {
  if (search.believed.openEnums && isOtherValue(value, model)) {
    note(search, value, { owner: model.id, slot: slots.otherValue });
  }
}

function noteNull(search: Search, value: ExampleValue, type: Type<ModelId>, spot: Spot): void {
  const admitsNull = type.kind === "nullable" || isUnknown(type);
  if (search.believed.nulls && !admitsNull) note(search, value, spot);
}

function note({ found, page }: Search, { place }: Pick<ExampleValue, "place">, { owner, slot }: Spot): void {
  const seen = found.get(owner) ?? new Map<Slot, Source>();
  if (!seen.has(slot)) seen.set(slot, { origin: "example", page, place });
  found.set(owner, seen);
}
