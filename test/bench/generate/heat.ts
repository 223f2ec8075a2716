import { rotated } from "../common/rounds.js";
import type { ContestantId, Size } from "./contestants.js";
import type { Run, Sample } from "./run.js";

/** Somebody who is measured on pages of some size. */
export interface Contestant {
  readonly id: ContestantId;
  readonly size: Size;
  /** Makes what the runs need, once. */
  readonly setUp: () => Run | Unavailable;
}

/** Why somebody cannot be measured here; nothing is wrong with that. */
export interface Unavailable {
  readonly unavailable: string;
}

/** Contestants that are measured side by side, so that their times can be compared round by round. */
export interface Heat {
  readonly title: string;
  readonly contestants: readonly Contestant[];
  /** Watching memory takes a millisecond: what is shorter than a second is watched while it warms up alone. */
  readonly watched: "every run" | "warm-up";
}

/** What was found of a contestant. */
export interface Result {
  readonly id: ContestantId;
  readonly size: Size;
  readonly outcome: Outcome;
}

/** Measured: a time for each round. Unavailable: there is nothing to run here. Failed: what a run complained of. */
export type Outcome =
  | { readonly kind: "measured"; readonly milliseconds: readonly number[]; readonly megabytes: readonly number[] }
  | { readonly kind: "unavailable" | "failed"; readonly why: string };

/** Runs a process; `watched` tells whether its memory is wanted. */
export type Measure = (run: Run, watched: boolean) => Sample;

interface Lane {
  readonly contestant: Contestant;
  readonly milliseconds: number[];
  readonly megabytes: number[];
  /** What is run, until it turns out why it is not. */
  state: Run | Exclude<Outcome, { readonly kind: "measured" }>;
}

/** Measures the contestants of a heat in rounds, after one that warms up; who fails once is left out. */
export function runHeat(
  { contestants, title, watched }: Heat,
  rounds: number,
  measure: Measure,
  tell: (text: string) => void,
): readonly Result[] {
  const lanes = contestants.map(laneOf);
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? `${title}: warming up` : `${title}: round ${round} of ${rounds}`);
    for (const lane of rotated(lanes, round)) runLane(lane, round, watched === "every run" || round === 0, measure);
  }
  return lanes.map(resultOf);
}

function laneOf(contestant: Contestant): Lane {
  const empty = { contestant, milliseconds: [], megabytes: [] };
  try {
    const run = contestant.setUp();
    return { ...empty, state: "unavailable" in run ? { kind: "unavailable", why: run.unavailable } : run };
  } catch (error) {
    return { ...empty, state: { kind: "failed", why: reasonOf(error) } };
  }
}

function runLane(lane: Lane, round: number, watched: boolean, measure: Measure): void {
  if ("kind" in lane.state) return;
  try {
    const { milliseconds, megabytes } = measure(lane.state, watched);
    if (round > 0) lane.milliseconds.push(milliseconds);
    if (megabytes !== undefined) lane.megabytes.push(megabytes);
  } catch (error) {
    lane.state = { kind: "failed", why: reasonOf(error) };
  }
}

function resultOf({ contestant: { id, size }, milliseconds, megabytes, state }: Lane): Result {
  return { id, size, outcome: "kind" in state ? state : { kind: "measured", milliseconds, megabytes } };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
