import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { type Batch, type BatchResult, runBatch } from "./search.js";
import type { Seeds } from "./seed-pages.js";
import type { Work } from "./worker.js";

/** Runs batches, in processes of their own where any are asked for, and hands over each result. */
export async function runBatches(
  batches: readonly Batch[],
  seeds: Seeds,
  processes: number,
  onResult: (result: BatchResult) => void,
): Promise<void> {
  if (processes === 0) {
    for (const batch of batches) onResult(runBatch(batch, seeds));
    return;
  }
  const program = bundled();
  const shares = Array.from({ length: processes }, (_, at) =>
    batches.filter((_batch, index) => index % processes === at),
  );
  await Promise.all(shares.map((share) => runProcess(program, { seeds, batches: share }, onResult)));
}

/** The program of a process as one file: loading each module as TypeScript costs every call between them. */
function bundled(): string {
  const outfile = fileURLToPath(new URL("../../.cache/fuzz-worker.mjs", import.meta.url));
  const entryPoints = [fileURLToPath(new URL("worker.ts", import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}

/** A process and not a thread: only processes know how much of the processor they took. */
function runProcess(program: string, work: Work, onResult: (result: BatchResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { execArgv: [], serialization: "advanced" });
    child.on("message", (result: BatchResult) => onResult(result));
    child.on("error", reject);
    child.on("exit", (status) => (status === 0 ? resolve() : reject(new Error(`a process ended with ${status}`))));
    child.send(work);
  });
}
