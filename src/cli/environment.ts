import { setImmediate } from "node:timers/promises";
import type { compile } from "../compile.js";
import type { WorkflowCommand } from "./workflow-command.js";

/** Where text goes; the process's streams fit. */
export interface TextStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The pipeline, as the command line calls it. */
export type Compile = typeof compile;

/** What the command line knows of the process that it runs in. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Takes what GitHub's runner shall obey, past what keeps commands of pages from stdout. */
  readonly obey?: ((command: WorkflowCommand) => void) | undefined;
  /** Where answers come from. */
  readonly stdin?: (NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined }) | undefined;
  /** Aborted where the user interrupts the run. */
  readonly signal?: AbortSignal | undefined;
  /** How long a run waits for another one that writes, in milliseconds; 10,000 outside tests. */
  readonly patience?: number | undefined;
  /** Stands for the pipeline in tests. */
  readonly compile?: Compile | undefined;
  /** What the cache calls the pipeline that `compile` stands for; without it nothing of it is kept. */
  readonly generator?: string | undefined;
}

/** The run was interrupted. */
export class Interruption extends Error {
  override readonly name = "Interruption";
}

/** Lets signals in, and ends the run where one came. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  // The first may come before the event loop looks at signals, the second cannot.
  await setImmediate();
  await setImmediate();
  if (signal?.aborted) throw new Interruption("Interrupted");
}
