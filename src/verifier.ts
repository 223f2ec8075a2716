import type { Difference, PrintedFile } from "./emit/print.js";

/** Holds printed files against what their models predict, one after another as they come. */
export interface Verifier {
  readonly take: (file: PrintedFile) => void;
  /** What differs in all files that it took; it takes no more. */
  readonly differences: () => Promise<readonly Difference[]>;
  /** Ends one that nothing is asked of, so that the process can end. */
  readonly stop: () => void;
}

/** Makes a verifier for a run that may use so many threads: this one works in the run's own, once all files are there. */
export function startVerifier(_concurrency?: number): Verifier {
  const taken: PrintedFile[] = [];
  return {
    take: (file) => taken.push(file),
    differences: async () => {
      // ts-morph takes most of the start-up, so it waits until there is something to verify.
      const { verifyFiles } = await import("./emit/verify.js");
      return verifyFiles(taken);
    },
    stop: () => {},
  };
}
