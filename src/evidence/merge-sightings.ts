import type { Source } from "../model/fact.js";
import type { ModelId } from "../model/model.js";
import type { Sightings, Slot } from "./slots.js";

/** What several pages' examples show, of which the first one to show a thing is named. */
export function mergeSightings(found: readonly Sightings[]): Sightings {
  const merged = new Map<ModelId, Map<Slot, Source>>();
  for (const [id, seen] of found.flatMap((sightings) => [...sightings])) {
    const known = merged.get(id) ?? new Map<Slot, Source>();
    for (const [slot, source] of seen) if (!known.has(slot)) known.set(slot, source);
    merged.set(id, known);
  }
  return merged;
}
