import { setImmediate } from "node:timers/promises";
import { type Batch, runBatch } from "./search.js";
import type { Seeds } from "./seed-pages.js";

/** What a process is given to do. */
export interface Work {
  readonly seeds: Seeds;
  readonly batches: readonly Batch[];
}

process.once("message", (work: Work) => void runAll(work).then(() => process.disconnect()));

// Whoever started it may be stopped.
process.once("disconnect", () => process.exit());

async function runAll({ seeds, batches }: Work): Promise<void> {
  for (const batch of batches) {
    const result = runBatch(batch, seeds);
    process.send?.(result, () => undefined);
    // Sends the result, and sees whether anybody is left to take it.
    await setImmediate();
  }
}
