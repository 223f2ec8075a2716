import { createInterface } from "node:readline";
import { type Environment, Interruption } from "../environment.js";
import { printable } from "../printable.js";

/** A person who is asked on the terminal. */
export interface Person {
  /** Asks until the answer is fit; what is suggested is the answer where only Enter is pressed. */
  readonly ask: (question: Question) => Promise<string>;
  readonly leave: () => void;
}

/** What is asked, and what fits. */
export interface Question {
  readonly text: string;
  readonly suggested: string;
  /** Why an answer does not fit; nothing where it does. */
  readonly refusal: (answer: string) => string | undefined;
}

/** The person at the terminal of the process. The end of the input, or Ctrl-C, ends the run. */
export function personAt({ stdin, stderr, signal }: Environment): Person {
  if (!stdin) throw new Interruption("Interrupted");
  // The system's own line editing: Ctrl-C stays a signal.
  const lines = createInterface({ input: stdin, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  const leave = (): void => lines.close();
  signal?.addEventListener("abort", leave);
  const answer = async (): Promise<string> => {
    const line = signal?.aborted ? undefined : await answers.next();
    if (!line || line.done || signal?.aborted) throw new Interruption("Interrupted");
    return line.value.trim();
  };
  const ask = async ({ text, suggested, refusal }: Question): Promise<string> => {
    for (;;) {
      stderr.write(`${printable(`? ${text} [${suggested}]`)} `);
      const said = (await answer()) || suggested;
      const reason = refusal(said);
      if (reason === undefined) return said;
      stderr.write(`  ${printable(reason)}\n`);
    }
  };
  return { ask, leave };
}
