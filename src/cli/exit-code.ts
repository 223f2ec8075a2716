/** What the process says with its exit code. */
export const exitCodes = {
  fine: 0,
  /** Pages or outputs are wrong. */
  wrong: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** A bug of modelmark. */
  bug: 3,
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command line that is wrong: one sentence, and how to mend it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** The outputs can be neither compared nor written now: one sentence, and how to mend it. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
