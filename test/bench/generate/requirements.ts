import { peakOf, rateRatio, timeRatio } from "./comparisons.js";
import type { Figures } from "./figures.js";

/** A figure that modelmark is held to. */
export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly bound: Bound;
  /** Nothing where it was not measured. */
  readonly find: (figures: Figures) => number | undefined;
}

/** What a figure must be. */
export type Bound =
  | { readonly kind: "at most"; readonly value: number }
  | { readonly kind: "more than"; readonly value: number };

/** A requirement and what was found. */
export interface Judgement {
  readonly requirement: Requirement;
  readonly value: number | undefined;
  readonly met: boolean;
}

/** What modelmark is held to. */
export const requirements: readonly Requirement[] = [
  {
    id: "coldToPlainDesign",
    title: "full cold run, × plain design",
    bound: { kind: "at most", value: 0.4 },
    find: (figures) => timeRatio(figures, ["once", "cold"], ["once", "plain"]),
  },
  {
    id: "coldToHeyApi",
    title: "full cold run, × hey-api types + zod",
    bound: { kind: "at most", value: 0.5 },
    find: (figures) => timeRatio(figures, ["once", "cold"], ["once", "heyApi"]),
  },
  {
    id: "modelsPerSecondToOpenapiTypescript",
    title: "models a second, × openapi-typescript",
    bound: { kind: "more than", value: 1 },
    find: (figures) => rateRatio(figures, ["once", "cold"], ["once", "openapiTypescript"]),
  },
  {
    id: "noOpToNode",
    title: "nothing changed, × node -e 0",
    bound: { kind: "at most", value: 2 },
    find: (figures) => timeRatio(figures, ["once", "noOp"], ["once", "start"]),
  },
  {
    id: "noOpTenfoldToNode",
    title: "nothing changed on ten copies, × node -e 0",
    bound: { kind: "at most", value: 6 },
    find: (figures) => timeRatio(figures, ["tenfold", "noOp"], ["tenfold", "start"]),
  },
  {
    id: "editedPageToNode",
    title: "one edited page, × node -e 0",
    bound: { kind: "at most", value: 4 },
    find: (figures) => timeRatio(figures, ["once", "editedPage"], ["once", "start"]),
  },
  {
    id: "peakMegabytesTenfold",
    title: "peak memory of a full cold run on ten copies, MB",
    bound: { kind: "at most", value: 400 },
    find: (figures) => peakOf(figures, ["tenfold", "cold"]),
  },
  {
    id: "growth",
    title: "full cold run on ten copies, × on one",
    bound: { kind: "at most", value: 11 },
    find: (figures) => timeRatio(figures, ["tenfold", "cold"], ["once", "cold"]),
  },
  {
    id: "checkStagedToNode",
    title: "check --staged where no page is staged, × node -e 0",
    bound: { kind: "at most", value: 2.5 },
    find: (figures) => timeRatio(figures, ["once", "checkStaged"], ["once", "start"]),
  },
];

/** Holds figures against what is required; what was not measured is not met. */
export function judge(figures: Figures): readonly Judgement[] {
  return requirements.map((requirement) => {
    const value = requirement.find(figures);
    return { requirement, value, met: value !== undefined && isWithin(value, requirement.bound) };
  });
}

function isWithin(value: number, bound: Bound): boolean {
  switch (bound.kind) {
    case "at most":
      return value <= bound.value;
    case "more than":
      return value > bound.value;
  }
}
