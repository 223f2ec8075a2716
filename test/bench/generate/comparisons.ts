import { median, medianRatio } from "../common/statistics.js";
import { type ContestantId, peerIds, type Size } from "./contestants.js";
import type { Figures } from "./figures.js";
import type { Outcome } from "./heat.js";

/** Somebody on pages of some size. */
export type Place = readonly [size: Size, id: ContestantId];

/** What was found of somebody; nothing where it was not asked for. */
export function outcomeOf({ results }: Figures, [size, id]: Place): Outcome | undefined {
  return results.find((result) => result.size === size && result.id === id)?.outcome;
}

/** The median time in milliseconds. */
export function timeOf(figures: Figures, place: Place): number | undefined {
  const times = timesOf(figures, place);
  return times && median(times);
}

/** The median of the rounds' ratios of times, of two that ran in the same rounds. */
export function timeRatio(figures: Figures, place: Place, base: Place): number | undefined {
  const times = timesOf(figures, place);
  const bases = timesOf(figures, base);
  return times && bases && medianRatio(times, bases);
}

/** The most memory of any round, in units of 1,048,576 bytes. */
export function peakOf(figures: Figures, place: Place): number | undefined {
  const outcome = outcomeOf(figures, place);
  return outcome?.kind === "measured" && outcome.megabytes.length > 0 ? Math.max(...outcome.megabytes) : undefined;
}

/** How many models, or schemas of a peer's document, come to a second of a full run. */
export function modelsPerSecond(figures: Figures, place: Place): number | undefined {
  const time = timeOf(figures, place);
  const models = modelsOf(figures, place);
  return time && models && (models / time) * 1000;
}

/** How many times as many models a second as another makes who ran in the same rounds. */
export function rateRatio(figures: Figures, place: Place, base: Place): number | undefined {
  const slower = timeRatio(figures, base, place);
  const models = modelsOf(figures, place);
  const others = modelsOf(figures, base);
  return slower && models && others && slower * (models / others);
}

/** The plain design makes a model of every page. */
function modelsOf({ sizes, schemas }: Figures, [size, id]: Place): number | undefined {
  if (peerIds.some((peer) => peer === id)) return schemas;
  return id === "plain" ? sizes[size].pages : sizes[size].models;
}

function timesOf(figures: Figures, place: Place): readonly number[] | undefined {
  const outcome = outcomeOf(figures, place);
  return outcome?.kind === "measured" ? outcome.milliseconds : undefined;
}
