import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Compile, Environment } from "../../src/cli/environment.js";
import { run } from "../../src/cli/program.js";
import { fakeCompile } from "./fake-compile.js";

/** What a run left: its exit code and what it wrote on the streams. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test may say of the process beside its arguments. */
export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly compile?: Compile;
  readonly generator?: string;
  readonly signal?: AbortSignal;
  readonly isTTY?: boolean;
  /** How long the run waits for another one, in milliseconds. */
  readonly patience?: number;
}

/** A temporary folder that goes with its test. */
export interface Project {
  readonly root: string;
  readonly at: (file: string) => string;
  readonly write: (file: string, text: string | Uint8Array) => void;
  readonly read: (file: string) => string;
  readonly run: (argv: readonly string[], circumstances?: Circumstances) => Promise<Finished>;
}

/** Makes a project with files. */
export function project(files: Readonly<Record<string, string>> = {}, folder: string = os.tmpdir()): Project {
  const root = mkdtempSync(path.join(folder, "modelmark-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const at = (file: string): string => path.join(root, file);
  const write = (file: string, text: string | Uint8Array): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  mkdirSync(at(".git"));
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, at, write, read: (file) => readFileSync(at(file), "utf8"), run: runIn(root) };
}

function runIn(root: string): Project["run"] {
  return async (argv, circumstances = {}) => {
    const { cwd = root, env = {}, compile = fakeCompile, generator, signal, isTTY = false, patience } = circumstances;
    const out: string[] = [];
    const err: string[] = [];
    const environment: Environment = {
      cwd,
      env,
      stdout: { write: (text) => out.push(text), isTTY },
      stderr: { write: (text) => err.push(text), isTTY },
      signal,
      patience,
      compile,
      generator,
    };
    const code = await run(argv, environment);
    return { code, stdout: out.join(""), stderr: err.join("") };
  };
}
