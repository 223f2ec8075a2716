import { type ExampleSearch, type Seen, searchExamples } from "../evidence/find-nulls.js";
import type { Source } from "../model/fact.js";
import type { ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { NotedNull } from "./notes.js";
import type { Roster } from "./roster.js";
import { noteNulls } from "./take-notes.js";
import { ensure } from "./whole-needed.js";

/** What examples show once pages were edited. */
export interface RenewedNulls {
  /** The searches that were made again, by the page of their examples. */
  readonly searches: ReadonlyMap<ModelId, ExampleSearch>;
  readonly seenIn: (id: ModelId) => Seen;
  /** The models in which examples show other nulls than before. */
  readonly changed: ReadonlySet<ModelId>;
}

/** Follows those examples again that are on edited pages or were held against their models. */
export function renewNulls(
  roster: Roster,
  edited: ReadonlySet<ModelId>,
  models: ModelLookup,
  most: number,
): RenewedNulls {
  const { notes, ids, numbers } = roster;
  const editedNumbers = new Set(numbers(edited));
  const isConcerned = (at: number): boolean =>
    editedNumbers.has(at) || (notes.models[at]?.searched.some((target) => editedNumbers.has(target)) ?? false);
  const concerned = ids.filter((_, at) => isConcerned(at));
  ensure(concerned.length <= most, "too many examples are concerned");
  const searches = new Map(
    concerned.flatMap((id) => {
      const model = models.get(id);
      return model ? [[id, searchExamples(model, models)] as const] : [];
    }),
  );
  const before = sightings(roster, (at) => notes.models[at]?.nulls ?? []);
  const now = sightings(roster, (at, id) => {
    const search = searches.get(id);
    return search ? noteNulls(search, numbers) : (notes.models[at]?.nulls ?? []);
  });
  const isOther = (id: ModelId): boolean => textOf(before.get(id)) !== textOf(now.get(id));
  return {
    searches,
    seenIn: (id) => now.get(id) ?? new Map(),
    changed: new Set([...before.keys(), ...now.keys()].filter(isOther)),
  };
}

/** Model → slot → the first sight of null there, by the order of the examples' pages. */
function sightings(
  { ids }: Roster,
  nullsOf: (at: number, id: ModelId) => readonly NotedNull[],
): ReadonlyMap<ModelId, Seen> {
  const found = new Map<ModelId, Map<string, Source>>();
  for (const [at, page] of ids.entries()) {
    for (const [number, slot, place] of nullsOf(at, page)) {
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
