import { geometricMean, median, medianRatio } from "../common/statistics.js";
import { type ContestantId, contestantIds, peerIds } from "../contestants/contestants.js";
import { eachShape, type PerShape, type ShapeName, shapeNames } from "../shapes/shapes.js";
import type { OperationId } from "./operations.js";
import type { Samples } from "./speed.js";

/** A number for each contestant that was measured. */
export type ByContestant = Readonly<Partial<Record<ContestantId, number>>>;

/** How long contestants take, as multiples of what the base takes. */
export interface SpeedFigure {
  readonly base: ContestantId;
  /** Geometric means over the shapes; none for who was left out of one. */
  readonly mean: ByContestant;
  readonly shapes: PerShape<ByContestant>;
  /** What the base takes, in nanoseconds. */
  readonly nanoseconds: PerShape<number>;
  /** Where modelmark compares worst with a peer. */
  readonly worst: WorstShape | null;
}

/** A shape and a peer, and how many times as long as that modelmark takes there. */
export interface WorstShape {
  readonly peer: ContestantId;
  readonly shape: ShapeName;
  readonly ratio: number;
}

type Times = Samples["nanoseconds"];

/** The figure of an operation. */
export function speedFigure(samples: readonly Samples[], operation: OperationId, base: ContestantId): SpeedFigure {
  const times = eachShape((shape) => timesOf(samples, operation, shape));
  const shapes = eachShape((shape) => ratios(times[shape], base));
  return {
    base,
    shapes,
    mean: means(shapes),
    nanoseconds: eachShape((shape) => median(times[shape][base] ?? [])),
    worst: worstShape(times),
  };
}

function timesOf(samples: readonly Samples[], operation: OperationId, shape: ShapeName): Times {
  return samples.find((sample) => sample.operation === operation && sample.shape === shape)?.nanoseconds ?? {};
}

function ratios(times: Times, base: ContestantId): ByContestant {
  const bases = times[base];
  if (!bases) return {};
  return byContestant((id) => (times[id] ? medianRatio(times[id], bases) : undefined));
}

function means(shapes: PerShape<ByContestant>): ByContestant {
  return byContestant((id) => {
    const values = shapeNames.flatMap((shape) => shapes[shape][id] ?? []);
    return values.length === shapeNames.length ? geometricMean(values) : undefined;
  });
}

function worstShape(times: PerShape<Times>): WorstShape | null {
  const pairs = shapeNames.flatMap((shape) =>
    peerIds.flatMap((peer) => {
      const { modelmark, [peer]: theirs } = times[shape];
      return modelmark && theirs ? [{ peer, shape, ratio: medianRatio(modelmark, theirs) }] : [];
    }),
  );
  return pairs.reduce<WorstShape | null>((worst, pair) => (worst && worst.ratio > pair.ratio ? worst : pair), null);
}

function byContestant(make: (id: ContestantId) => number | undefined): ByContestant {
  return Object.fromEntries(
    contestantIds.flatMap((id) => {
      const value = make(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}
