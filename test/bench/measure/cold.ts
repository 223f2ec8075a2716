import { bundleOf } from "../build/bundle.js";
import { rotated } from "../common/rounds.js";
import { runNode } from "../common/run-node.js";
import { median, medianRatio } from "../common/statistics.js";
import type { ContestantId } from "../contestants/contestants.js";

/** Milliseconds of one process. */
export interface ColdTimes {
  /** Importing the bundle, which makes the schemas. */
  readonly load: number;
  /** The first answer, true. */
  readonly firstIs: number;
  /** The first list of issues. */
  readonly firstCheck: number;
}

/** The medians of a contestant, and how its import and first answer compare with the yardstick's. */
export interface ColdFigure extends ColdTimes {
  readonly ratio: number;
}

/** Starts each contestant in processes of its own, in rounds. */
export async function measureCold(
  program: string,
  ids: readonly ContestantId[],
  rounds: number,
): Promise<Partial<Record<ContestantId, ColdFigure>>> {
  const times = new Map<ContestantId, ColdTimes[]>(ids.map((id) => [id, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const id of rotated(ids, round)) {
      const found: ColdTimes = JSON.parse(await runNode([program, bundleOf(id)]));
      if (round > 0) times.get(id)?.push(found);
    }
  }
  const base = times.get("hand") ?? [];
  return Object.fromEntries([...times].map(([id, found]) => [id, figureOf(found, base)]));
}

function figureOf(times: readonly ColdTimes[], base: readonly ColdTimes[]): ColdFigure {
  const firstAnswer = ({ load, firstIs }: ColdTimes): number => load + firstIs;
  return {
    load: median(times.map(({ load }) => load)),
    firstIs: median(times.map(({ firstIs }) => firstIs)),
    firstCheck: median(times.map(({ firstCheck }) => firstCheck)),
    ratio: medianRatio(times.map(firstAnswer), base.map(firstAnswer)),
  };
}
