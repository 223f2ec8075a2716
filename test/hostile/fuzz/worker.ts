import { parentPort, workerData } from "node:worker_threads";
import { type Batch, runBatch } from "./search.js";
import type { Seeds } from "./seed-pages.js";

/** What a thread is given to do. */
export interface Work {
  readonly seeds: Seeds;
  readonly batches: readonly Batch[];
}

const { seeds, batches }: Work = workerData;
for (const batch of batches) parentPort?.postMessage(runBatch(batch, seeds));
