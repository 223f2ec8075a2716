import { jsonText } from "../../common/json-text.js";
import { peakOf, timeOf } from "../comparisons.js";
import { type Size, sizes } from "../contestants.js";
import type { Figures } from "../figures.js";
import { judge } from "../requirements.js";

/** The figures as one object: each requirement by its id, then the runs and what they were measured on. */
export function figuresAsJson(figures: Figures): string {
  const { machine, rounds, schemas, sizes: pages } = figures;
  const required = judge(figures).map(({ requirement: { id, bound }, value, met }) => {
    return [id, { value: value ?? null, required: `${bound.kind} ${bound.value}`, met }] as const;
  });
  const runs = Object.fromEntries(sizes.map((size) => [size, runsOf(figures, size)]));
  return jsonText({
    ...Object.fromEntries(required),
    runs,
    measured: { ...machine, rounds, schemas: schemas ?? null, pages },
  });
}

function runsOf(figures: Figures, size: Size): unknown {
  const results = figures.results.filter((result) => result.size === size);
  return Object.fromEntries(
    results.map(({ id, outcome }) => {
      if (outcome.kind !== "measured") return [id, outcome];
      return [id, { milliseconds: timeOf(figures, [size, id]), megabytes: peakOf(figures, [size, id]) ?? null }];
    }),
  );
}
