import type { ContestantId, Size } from "./contestants.js";
import type { Figures } from "./figures.js";
import type { Result } from "./heat.js";

/** Figures of two rounds, the second three times as slow, in which everything required is met by a hair. */
export const sampleFigures: Figures = {
  machine: { node: "v20.19.0", processor: "a processor", cores: 2 },
  rounds: 2,
  sizes: {
    once: { origin: "some pages", pages: 1000, models: 1000 },
    tenfold: { origin: "ten copies of some pages", pages: 10_000, models: 10_000 },
  },
  schemas: 500,
  results: [
    resultOf("once", "cold", 1000, 200),
    resultOf("once", "plain", 2500, 300),
    resultOf("once", "heyApi", 2000, 300),
    resultOf("once", "openapiTypescript", 600, 180),
    resultOf("tenfold", "cold", 11_000, 400),
    resultOf("tenfold", "plain", 30_000, 1100),
    resultOf("once", "start", 50, 40),
    resultOf("once", "noOp", 100, 60),
    resultOf("once", "editedPage", 200, 90),
    resultOf("once", "checkStaged", 125, 50),
    resultOf("tenfold", "start", 50, 40),
    resultOf("tenfold", "noOp", 300, 100),
  ],
};

function resultOf(size: Size, id: ContestantId, time: number, memory: number): Result {
  return { size, id, outcome: { kind: "measured", milliseconds: [time, time * 3], megabytes: [memory - 1, memory] } };
}

/** The sample without a contestant, and with a reason for that. */
export function withoutContestant(missing: ContestantId, why: string): Figures {
  const results = sampleFigures.results.map((result): Result => {
    return result.id === missing ? { ...result, outcome: { kind: "unavailable", why } } : result;
  });
  return { ...sampleFigures, results };
}
