import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { type Batch, type BatchResult, runBatch } from "./search.js";
import type { Seeds } from "./seed-pages.js";
import type { Work } from "./worker.js";

/** Runs batches, on threads of their own where more than one is asked for, and hands over each result. */
export async function runBatches(
  batches: readonly Batch[],
  seeds: Seeds,
  threads: number,
  onResult: (result: BatchResult) => void,
): Promise<void> {
  if (threads === 0) {
    for (const batch of batches) onResult(runBatch(batch, seeds));
    return;
  }
  const program = bundled();
  const shares = Array.from({ length: threads }, (_, at) => batches.filter((_batch, index) => index % threads === at));
  await Promise.all(shares.map((share) => runThread(program, { seeds, batches: share }, onResult)));
}

/** The thread's program as one file: loading each module as TypeScript costs every call between them. */
function bundled(): string {
  const outfile = fileURLToPath(new URL("../../.cache/fuzz-worker.mjs", import.meta.url));
  const entryPoints = [fileURLToPath(new URL("worker.ts", import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}

function runThread(program: string, work: Work, onResult: (result: BatchResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: work, execArgv: [] });
    worker.on("message", onResult);
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}
