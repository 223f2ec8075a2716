import { rotated } from "../common/rounds.js";
import type { ContestantId, Size } from "./contestants.js";
import type { Run, Sample } from "./run.js";

/** Somebody who is measured on pages of some size. */
export interface Contestant {
  readonly id: ContestantId;
  readonly size: Size;
  /** Makes what the runs need, once; throws an `Error` with the reason where they cannot be had. */
  readonly setUp: () => Run;
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

/** Measured: a time for each round. Missing: why nothing was measured. */
export type Outcome =
  | { readonly kind: "measured"; readonly milliseconds: readonly number[]; readonly megabytes: readonly number[] }
  | { readonly kind: "missing"; readonly why: string };

/** Runs a process; `watched` tells whether its memory is wanted. */
export type Measure = (run: Run, watched: boolean) => Sample;

interface Lane {
  readonly contestant: Contestant;
  readonly run: Run | undefined;
  readonly milliseconds: number[];
  readonly megabytes: number[];
  why?: string;
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
    return { ...empty, run: contestant.setUp() };
  } catch (error) {
    return { ...empty, run: undefined, why: reasonOf(error) };
  }
}

function runLane(lane: Lane, round: number, watched: boolean, measure: Measure): void {
  if (!lane.run || lane.why !== undefined) return;
  try {
    const { milliseconds, megabytes } = measure(lane.run, watched);
    if (round > 0) lane.milliseconds.push(milliseconds);
    if (megabytes !== undefined) lane.megabytes.push(megabytes);
  } catch (error) {
    lane.why = reasonOf(error);
  }
}

function resultOf({ contestant: { id, size }, milliseconds, megabytes, why }: Lane): Result {
  const outcome: Outcome = why === undefined ? { kind: "measured", milliseconds, megabytes } : { kind: "missing", why };
  return { id, size, outcome };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
