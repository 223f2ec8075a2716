import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Difference, PrintedFile } from "../emit/print.js";
import type * as verifier from "../verifier.js";
import { loadCached } from "./code-cache.js";

/** So many files are handed over at once: fewer take longer to hand over, more to begin with. */
const batchSize = 32;

/**
 * Makes a verifier that loads the compiler, and works, in a thread of its own where there is room for one. More do not pay:
 * this one has done its part as soon as all files are printed.
 */
export const startVerifier: typeof verifier.startVerifier = (concurrency = availableParallelism()) =>
  concurrency > 1 ? startThread() : verifierHere();

function startThread(): verifier.Verifier {
  const thread = new Worker(file);
  const answer = new Promise<readonly Difference[] | undefined>((resolve) => {
    thread.once("message", (differences: readonly Difference[]) => resolve(differences));
    thread.once("error", () => resolve(undefined));
    thread.once("exit", () => resolve(undefined));
  });
  const taken: PrintedFile[] = [];
  let handed = 0;
  const handOver = (): void => {
    thread.postMessage(taken.slice(handed));
    handed = taken.length;
  };
  return {
    take: (printed) => {
      taken.push(printed);
      if (taken.length - handed >= batchSize) handOver();
    },
    differences: async () => {
      handOver();
      thread.postMessage("end");
      const differences = await answer;
      // What it keeps for the next run is no reason to wait.
      thread.unref();
      // A thread that fails, for want of memory, leaves the work to this one.
      return differences ?? verify(taken);
    },
    stop: () => void thread.terminate(),
  };
}

function verifierHere(): verifier.Verifier {
  const taken: PrintedFile[] = [];
  return { take: (printed) => taken.push(printed), differences: async () => verify(taken), stop: () => {} };
}

const file = path.join(__dirname, "verify.js");

function verify(files: readonly PrintedFile[]): readonly Difference[] {
  const loaded = loadCached(file);
  if (!isVerify(loaded)) throw new Error("verify.js verifies nothing");
  return loaded.verifyFiles(files);
}

interface Verify {
  readonly verifyFiles: (files: readonly PrintedFile[]) => readonly Difference[];
}

function isVerify(value: unknown): value is Verify {
  return typeof value === "object" && value !== null && "verifyFiles" in value;
}
