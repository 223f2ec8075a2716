import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { documentedArguments } from "./documented.js";

/** A tool that runs the tasks of packages, and takes what it knows from its cache. */
export interface Tool {
  readonly name: string;
  /** What npx calls it. */
  readonly command: "turbo" | "nx";
  /** Its file at the root of a monorepo. */
  readonly config: string;
  /** Whether it removes what stands in the way of outputs from its cache. */
  readonly emptiesOutputs: boolean;
}

/** The tools of docs/monorepos.md. */
export const tools: readonly Tool[] = [
  { name: "Turborepo", command: "turbo", config: "turbo.json", emptiesOutputs: false },
  { name: "Nx", command: "nx", config: "nx.json", emptiesOutputs: true },
];

/** The packages that npm has installed for this test. */
export const installed: string = fileURLToPath(new URL("node_modules", import.meta.url));

/** Why the tools cannot be run, as the ending of a title; empty where they can. */
export const absence: string = existsSync(installed)
  ? ""
  : " (skipped: the tools are not installed, `npm --prefix test/monorepo ci` installs them)";

/** What a tool said, and its exit code. */
export interface Finished {
  readonly code: number;
  readonly text: string;
}

/** Has a tool run a task in all packages of a monorepo, with the arguments that the documentation gives it. */
export async function runTask(tool: Tool, task: string, root: string): Promise<Finished> {
  const file = path.join(root, "node_modules/.bin", tool.command);
  return await new Promise((resolve) => {
    const options = { cwd: root, env: environmentAt(root), maxBuffer: 2 ** 26 };
    execFile(file, [...documentedArguments(tool.command, task)], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, text: stdout + stderr });
    });
  });
}

/** Without a service, a daemon or a question, and without the user's own settings. */
function environmentAt(root: string): NodeJS.ProcessEnv {
  const home = path.join(root, "node_modules/.home");
  return {
    PATH: process.env["PATH"],
    HOME: home,
    XDG_CONFIG_HOME: home,
    CI: "true",
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    NX_DAEMON: "false",
    NX_NO_CLOUD: "true",
  };
}
