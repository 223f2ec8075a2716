import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));

/** Why no case can be tried that starts the command; nothing where they can. */
export function whyNoCommand(): string | undefined {
  return existsSync(main) ? undefined : "there is no dist/, which `npm run build` makes";
}

/** How a run of the command ended. */
export interface CommandResult {
  /** Nothing where it had to be killed. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a folder, without colours and caches of the one who runs the tests. */
export async function runCommand(
  argv: readonly string[],
  cwd: string,
  /** After so many milliseconds a run hangs. */
  patience = 30_000,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [main, ...argv], { cwd, env: cleanEnvironment() });
  const parts: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on("data", (data: Buffer) => parts.stdout.push(data));
  child.stderr.on("data", (data: Buffer) => parts.stderr.push(data));
  child.stdin.end();
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? undefined));
  });
  clearTimeout(timer);
  return { code, stdout: Buffer.concat(parts.stdout).toString(), stderr: Buffer.concat(parts.stderr).toString() };
}

/** The environment without what would change a run, and with a git that knows its author. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|MODELMARK_|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|VITEST|DEBUG|CI$)/.test(name),
  );
  const author = {
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@b.c",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@b.c",
  };
  return { ...Object.fromEntries(kept), ...author, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
}
