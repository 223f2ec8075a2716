import { availableParallelism } from "node:os";
import path from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Difference, PrintedFile } from "../emit/print.js";
import type * as verifier from "../verifier.js";
import { loadCached } from "./code-cache.js";
import type { Workplace } from "./verify.js";

/** So many files are handed over at once: fewer take longer to hand over, more to begin with. */
const batchSize = 32;

/** So many batches may wait for their answers; with more, the run waits for the thread, since their texts fill the memory. */
const mostWaiting = 8;

/** What the thread may fill with what it is just about to forget, in megabytes: with V8's own 48 it is no sooner done. */
const maxYoungGenerationSizeMb = 8;

/** A thread that answers nothing for so long, in milliseconds, has failed, and is not waited for. */
const patience = 10_000;

/**
 * Makes a verifier that loads the compiler, and works, in a thread of its own where there is room for one. More do not pay:
 * this one has done its part as soon as all files are printed.
 */
export const startVerifier: typeof verifier.startVerifier = (concurrency = availableParallelism()) =>
  concurrency > 1 ? startThread() : verifierHere();

function startThread(): verifier.Verifier {
  const { port1: port, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const thread = new Worker(file, {
    workerData: { port: port2, answers } satisfies Workplace,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb },
  });
  const found: Difference[] = [];
  let heard = 0;
  /** What was handed over and not answered yet: nothing else of the files is held here. */
  const waiting: (readonly PrintedFile[])[] = [];
  const hear = (differences: readonly Difference[]): void => {
    found.push(...differences);
    waiting.shift();
    heard += 1;
  };
  // While files are printed no event is heard.
  const listen = (): void => {
    for (let answer = receiveMessageOnPort(port); answer; answer = receiveMessageOnPort(port)) hear(answer.message);
  };
  let isAlive = true;
  const ended = new Promise<void>((resolve) => {
    thread.once("error", () => resolve());
    thread.once("exit", () => resolve());
  });
  const batches = batching((batch) => {
    waiting.push(batch);
    port.postMessage(batch);
    for (listen(); isAlive && waiting.length > mostWaiting; listen()) {
      isAlive = Atomics.wait(answers, 0, heard, patience) !== "timed-out";
    }
  });
  return {
    take: batches.take,
    differences: async () => {
      batches.end();
      port.postMessage("end");
      const answered = new Promise<void>((resolve) => {
        port.on("message", (answer: readonly Difference[] | "end") => (answer === "end" ? resolve() : hear(answer)));
      });
      await Promise.race([answered, ended]);
      port.close();
      // What it keeps for the next run is no reason to wait.
      thread.unref();
      // A thread that fails, for want of memory, leaves the rest of the work to this one.
      return [...found, ...verify(waiting.flat())];
    },
    stop: () => void thread.terminate(),
  };
}

function verifierHere(): verifier.Verifier {
  const found: Difference[] = [];
  const batches = batching((batch) => found.push(...verify(batch)));
  const differences = async (): Promise<readonly Difference[]> => {
    batches.end();
    return found;
  };
  return { take: batches.take, differences, stop: () => {} };
}

/** Files on their way to where they are verified. */
interface Batches {
  readonly take: (printed: PrintedFile) => void;
  /** Gives what has not made a whole batch. */
  readonly end: () => void;
}

function batching(give: (batch: readonly PrintedFile[]) => void): Batches {
  let batch: PrintedFile[] = [];
  const end = (): void => {
    if (batch.length > 0) give(batch);
    batch = [];
  };
  const take = (printed: PrintedFile): void => {
    batch.push(printed);
    if (batch.length >= batchSize) end();
  };
  return { take, end };
}

const file = path.join(__dirname, "verify.js");

function verify(files: readonly PrintedFile[]): readonly Difference[] {
  if (files.length === 0) return [];
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
