import { type Batch, runBatch } from "./search.js";
import type { Seeds } from "./seed-pages.js";

/** What a process is given to do. */
export interface Work {
  readonly seeds: Seeds;
  readonly batches: readonly Batch[];
}

process.once("message", (work: Work) => void runAll(work).then(() => process.disconnect()));

async function runAll({ seeds, batches }: Work): Promise<void> {
  for (const batch of batches) {
    const result = runBatch(batch, seeds);
    await new Promise<void>((resolve) => process.send?.(result, () => resolve()));
  }
}
