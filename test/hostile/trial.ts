/** Something hostile that is tried on the real code, and the promise that it must not break. */
export interface Trial {
  /** In kebab-case; `npm run test:hostile -- NAME` runs it alone. */
  readonly name: string;
  /** What holds in every case, in one sentence, for SECURITY.md. */
  readonly promise: string;
  /** How many cases a run of the command has, and one of the suite; of a list of cases, its length for both. */
  readonly cases: { readonly command: number; readonly suite: number };
  /** Tries so many cases; the same seed makes the same ones, as far as processes and clocks allow. */
  readonly run: (request: TrialRequest) => Promise<Outcome>;
}

/** How much a trial is asked for. */
export interface TrialRequest {
  readonly cases: number;
  readonly seed: number;
  /** Tells a person who waits how far it is. */
  readonly tell: (text: string) => void;
}

/** What a trial found. */
export interface Outcome {
  /** How many cases were really tried. */
  readonly cases: number;
  /** A line for each broken promise, with what is needed to see it again. */
  readonly failures: readonly string[];
  /** Why cases could not be tried here, where some could not. */
  readonly skipped?: readonly string[] | undefined;
}
