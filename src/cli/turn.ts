import { setTimeout } from "node:timers/promises";
import { type Environment, Interruption } from "./environment.js";
import { OutputError } from "./exit-code.js";
import { beginRun, type Run, runsIn, withdrawRun } from "./runs.js";

/** What the wait for a turn depends on. */
export type Waiting = Pick<Environment, "signal" | "patience">;

/**
 * Begins a run once no other one is alive; an `OutputError` says who is where that takes too long.
 *
 * Each makes its folder first and then looks around: of two that come at once, one at least sees the other and
 * steps back. So no lock is ever taken away from its owner, and the folder of a dead run bars nobody.
 */
export async function takeTurn(out: string, waiting: Waiting): Promise<Run> {
  const deadline = deadlineOf(waiting);
  for (;;) {
    await waitUntil(out, waiting, deadline);
    const run = beginRun(out);
    if (isAlone(out, run)) return run;
    withdrawRun(out, run);
    await pauseBriefly(waiting);
  }
}

/** Waits until no run is alive; an `OutputError` says who is where that takes too long. */
export async function untilIdle(out: string, waiting: Waiting): Promise<void> {
  await waitUntil(out, waiting, deadlineOf(waiting));
}

function deadlineOf({ patience = 10_000 }: Waiting): number {
  return performance.now() + patience;
}

async function waitUntil(out: string, waiting: Waiting, deadline: number): Promise<void> {
  for (;;) {
    const [holder] = runsIn(out).alive;
    if (!holder) return;
    if (performance.now() > deadline) throw busy(holder);
    await pauseBriefly(waiting);
  }
}

function isAlone(out: string, own: Run): boolean {
  try {
    return runsIn(out).alive.every((run) => run.name === own.name);
  } catch (error) {
    withdrawRun(out, own);
    throw error;
  }
}

/** For a time of chance, since two that step back would else meet again. */
async function pauseBriefly({ signal }: Waiting): Promise<void> {
  await setTimeout(20 + Math.random() * 30);
  if (signal?.aborted) throw new Interruption("Interrupted");
}

function busy({ process, name }: Run): OutputError {
  return new OutputError(
    `Another run writes the outputs: process ${process.id} on ${process.host}`,
    `Wait until it ends, or end it. Where there is no such process, delete \`${name}\` in the output folder.`,
  );
}
