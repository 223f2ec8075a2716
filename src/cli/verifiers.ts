import { startVerifier, type Verifier } from "../verifier.js";

/** Hands out verifiers, one of which may be got ready before it is needed: in another thread that takes nobody's time. */
export interface Verifiers {
  readonly getReady: () => void;
  readonly take: () => Verifier;
  /** Ends the one that was got ready and not taken. */
  readonly stop: () => void;
}

/** Makes a source of verifiers for a run that may use so many threads; left out, as many as pay. */
export function makeVerifiers(concurrency?: number): Verifiers {
  let ready: Verifier | undefined;
  return {
    getReady: () => {
      ready ??= startVerifier(concurrency);
    },
    take: () => {
      const taken = ready ?? startVerifier(concurrency);
      ready = undefined;
      return taken;
    },
    stop: () => ready?.stop(),
  };
}
