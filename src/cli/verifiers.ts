import { startVerifier, type Verifier } from "../verifier.js";

/** Hands out verifiers, one of which may be got ready before it is needed: in another thread that takes nobody's time. */
export interface Verifiers {
  readonly getReady: () => void;
  readonly take: () => Verifier;
}

/** Makes a source of verifiers. */
export function makeVerifiers(): Verifiers {
  let ready: Verifier | undefined;
  return {
    getReady: () => {
      ready ??= startVerifier();
    },
    take: () => {
      const taken = ready ?? startVerifier();
      ready = undefined;
      return taken;
    },
  };
}
