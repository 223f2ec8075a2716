import { onTestFinished, vi } from "vitest";
import type { Compile } from "../../src/cli/environment.js";
import { run } from "../../src/cli/program.js";
import { fakeCompile } from "./fake-compile.js";
import type { Project } from "./project.js";

/** A run of `modelmark watch` that goes on; it ends with its test. */
export interface Watching {
  /** What it has said so far. */
  readonly said: () => string;
  /** The lines that say how a cycle went, but for the first. */
  readonly cycles: () => readonly string[];
  /** Resolves once a condition holds, which is asked again and again. */
  readonly until: (condition: () => void) => Promise<void>;
  /** Interrupts it and gives its exit code. */
  readonly interrupt: () => Promise<number>;
}

/** Starts watching a project, and waits until its first cycle is over. */
export async function startWatching(
  { root }: Project,
  argv: readonly string[] = [],
  compile: Compile = fakeCompile,
): Promise<Watching> {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) };
  const interruption = new AbortController();
  const environment = { cwd: root, env: {}, stdout: stream, stderr: stream, signal: interruption.signal, compile };
  const over = { isOver: false };
  const ended = run(["watch", ...argv], environment).finally(() => {
    over.isOver = true;
  });
  const interrupt = async (): Promise<number> => {
    interruption.abort();
    return await ended;
  };
  onTestFinished(async () => void (await interrupt()));
  const said = (): string => texts.join("");
  const cycles = (): readonly string[] =>
    said()
      .match(/^[✔✖] .* in \d.*$/gm)
      ?.slice(1) ?? [];
  await vi.waitFor(() => {
    if (!over.isOver && !/ in \d/.test(said())) throw new Error("No cycle yet");
  }, patience);
  return { said, cycles, until: async (condition) => await vi.waitFor(condition, patience), interrupt };
}

/** Far longer than anything takes on a machine with much else to do. */
const patience = { timeout: 30_000, interval: 10 };
