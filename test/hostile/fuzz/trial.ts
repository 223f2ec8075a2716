import type { Trial } from "../trial.js";
import { describeFinding } from "./describe-finding.js";
import { runBatches } from "./run-fuzz.js";
import { batchesOf } from "./search.js";
import { readSeeds } from "./seed-pages.js";

/** Pages that chance makes of real ones; `npm run fuzz` tries as many as one has time for. */
export const fuzz: Trial = {
  name: "fuzz",
  promise:
    "Pages that are broken in any way are read in bounded time, and what comes of them is said in its place and compiles.",
  cases: { command: 50_000, suite: 2000 },
  run: async ({ cases, seed, tell }) => {
    const failures: string[] = [];
    let tried = 0;
    // Batches whose seed is a multiple of five compile their samples.
    await runBatches(batchesOf(cases, seed - (seed % 5)), readSeeds(), 0, (result) => {
      tried += result.cases;
      failures.push(...result.findings.map(describeFinding));
      if (tried % 10_000 === 0) tell(`${tried} of ${cases}, ${failures.length} failures`);
    });
    return { cases: tried, failures };
  },
};
