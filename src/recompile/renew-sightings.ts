import type { Evidence } from "../evidence/evidence.js";
import { type ExampleSearch, searchExamples } from "../evidence/search-examples.js";
import type { Seen } from "../evidence/slots.js";
import type { Source } from "../model/fact.js";
import type { ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { NotedSighting } from "./notes.js";
import type { Roster } from "./roster.js";
import { noteSightings } from "./take-notes.js";
import { ensure } from "./whole-needed.js";

/** What examples show once pages were edited. */
export interface RenewedSightings {
  /** The searches that were made again, by the page of their examples. */
  readonly searches: ReadonlyMap<ModelId, ExampleSearch>;
  readonly seenIn: (id: ModelId) => Seen;
  /** The models in which examples show other things than before. */
  readonly changed: ReadonlySet<ModelId>;
}

/** What searches need beside the models. */
interface Searching {
  readonly believed: Evidence;
  /** So many models may be concerned. */
  readonly most: number;
}

/** Follows those examples again that are on edited pages or were held against their models. */
export function renewSightings(
  roster: Roster,
  edited: ReadonlySet<ModelId>,
  models: ModelLookup,
  { believed, most }: Searching,
): RenewedSightings {
  const { notes, ids, numbers } = roster;
  const editedNumbers = new Set(numbers(edited));
  const isConcerned = (at: number): boolean =>
    editedNumbers.has(at) || (notes.models[at]?.searched.some((target) => editedNumbers.has(target)) ?? false);
  const concerned = ids.filter((_, at) => isConcerned(at));
  ensure(concerned.length <= most, "too many examples are concerned");
  const searches = new Map(
    concerned.flatMap((id) => {
      const model = models.get(id);
      return model ? [[id, searchExamples(model, models, believed)] as const] : [];
    }),
  );
  const before = sightings(roster, (at) => notes.models[at]?.sightings ?? []);
  const now = sightings(roster, (at, id) => {
    const search = searches.get(id);
    return search ? noteSightings(search, numbers) : (notes.models[at]?.sightings ?? []);
  });
  const isOther = (id: ModelId): boolean => textOf(before.get(id)) !== textOf(now.get(id));
  return {
    searches,
    seenIn: (id) => now.get(id) ?? new Map(),
    changed: new Set([...before.keys(), ...now.keys()].filter(isOther)),
  };
}

/** Model → slot → the first sight of what examples show there, by the order of the examples' pages. */
function sightings(
  { ids }: Roster,
  sightingsOf: (at: number, id: ModelId) => readonly NotedSighting[],
): ReadonlyMap<ModelId, Seen> {
  const found = new Map<ModelId, Map<string, Source>>();
  for (const [at, page] of ids.entries()) {
    for (const [number, slot, place] of sightingsOf(at, page)) {
      const id = ids[number];
      if (id === undefined) continue;
      const seen = found.get(id) ?? new Map<string, Source>();
      if (!seen.has(slot)) seen.set(slot, { origin: "example", page, place });
      found.set(id, seen);
    }
  }
  return found;
}

function textOf(seen: Seen | undefined): string {
  return JSON.stringify([...(seen ?? [])].sort(([one], [other]) => (one < other ? -1 : 1)));
}
