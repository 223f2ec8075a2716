import { join } from "node:path";
import type { Size } from "./contestants.js";
import { type FloorPrograms, floorRuns } from "./floor-runs.js";
import type { Contestant, Heat } from "./heat.js";
import { lazily } from "./lazily.js";
import { countSchemas, writeDocuments } from "./openapi.js";
import { ownRuns } from "./own-runs.js";
import { findPages, type Pages, tenfold } from "./pages.js";
import { peerRuns } from "./peer-runs.js";

/** What is measured, and on what. */
export interface Plan {
  readonly heats: readonly Heat[];
  readonly pages: Readonly<Record<Size, Pages>>;
  /** How many models a size has, after its first full run. */
  readonly models: (size: Size) => number | undefined;
  /** How many schemas the peers' document has; nothing where there is no such document. */
  readonly schemas: number | undefined;
}

/** Puts those together that are compared round by round: full runs of both sizes, and the short runs of each. */
export function planHeats(folder: string, programs: FloorPrograms, isAsked: (contestant: Contestant) => boolean): Plan {
  const once = findPages();
  const pages = { once, tenfold: tenfold(once) };
  const own = perSize((size) => ownRuns(size, join(folder, size, "own"), pages[size]));
  const floors = perSize((size) => floorRuns(size, join(folder, size, "floors"), pages[size], programs));
  const documents = lazily(() => writeDocuments(join(folder, "documents")));
  const fullRuns = [
    floors.once.plain,
    own.once.cold,
    ...peerRuns(join(folder, "peers"), documents),
    floors.tenfold.plain,
    own.tenfold.cold,
  ];
  const shortRuns = (size: Size): readonly Contestant[] => [...floors[size].short, ...own[size].short];
  const heats: readonly Heat[] = [
    { title: "full runs", contestants: fullRuns, watched: "every run" },
    { title: "short runs", contestants: shortRuns("once"), watched: "warm-up" },
    { title: "short runs on ten copies", contestants: shortRuns("tenfold"), watched: "warm-up" },
  ];
  return {
    heats: heats.map((heat) => ({ ...heat, contestants: heat.contestants.filter(isAsked) })),
    pages,
    models: (size) => own[size].models(),
    schemas: countSchemas(),
  };
}

function perSize<Value>(make: (size: Size) => Value): Readonly<Record<Size, Value>> {
  return { once: make("once"), tenfold: make("tenfold") };
}
