import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type CommandResult, cleanEnvironment } from "./command.js";

/** Runs command lines in a process of its own, which is ended and started anew where a run hangs. */
export interface Runner {
  readonly run: (argv: readonly string[], cwd: string) => Promise<CommandResult>;
  readonly stop: () => void;
}

const program = fileURLToPath(new URL("./runner-program.ts", import.meta.url));

/** After so many milliseconds a run hangs: the first one of a process loads the pipeline. */
const patience = 60_000;

/** Makes a runner; it takes one command line at a time. */
export function makeRunner(): Runner {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess =>
    fork(program, { execArgv: ["--import", "jiti/register"], env: cleanEnvironment(), stdio: "inherit" });
  return {
    run: async (argv, cwd) => {
      const runner = child ?? start();
      child = runner;
      runner.send({ argv, cwd });
      const result = await resultOf(runner);
      if (result) return result;
      const { exitCode, signalCode } = runner;
      runner.kill("SIGKILL");
      child = undefined;
      const ended = exitCode ?? signalCode;
      return { code: undefined, stdout: "", stderr: ended === null ? "it hung" : `its process ended with ${ended}` };
    },
    stop: () => child?.kill(),
  };
}

async function resultOf(runner: ChildProcess): Promise<CommandResult | undefined> {
  const ended = new AbortController();
  try {
    return await new Promise<CommandResult | undefined>((resolve) => {
      const timer = setTimeout(resolve, patience, undefined);
      ended.signal.addEventListener("abort", () => clearTimeout(timer));
      const onMessage = (result: CommandResult): void => resolve(result);
      const onExit = (): void => resolve(undefined);
      runner.once("message", onMessage).once("exit", onExit);
      ended.signal.addEventListener("abort", () => runner.off("message", onMessage).off("exit", onExit));
    });
  } finally {
    ended.abort();
  }
}
