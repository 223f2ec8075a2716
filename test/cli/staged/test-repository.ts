import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Compile, Environment } from "../../../src/cli/environment.js";
import { run } from "../../../src/cli/program.js";
import { fakeCompile } from "../fake-compile.js";
import type { Finished } from "../project.js";

/** A repository of git in a temporary folder. */
export interface TestRepository {
  readonly root: string;
  readonly at: (file: string) => string;
  readonly write: (file: string, text: string | Uint8Array) => void;
  readonly read: (file: string) => string;
  readonly has: (file: string) => boolean;
  readonly remove: (file: string) => void;
  /** Runs git, which must not fail, and gives what it says. */
  readonly git: (...args: readonly string[]) => string;
  /** A staged file; nothing where there is none. */
  readonly staged: (file: string) => string | undefined;
  /** What `git status` says, a file a line. */
  readonly status: () => readonly string[];
  readonly run: (argv: readonly string[], circumstances?: GitCircumstances) => Promise<Finished>;
}

/** What a test may say of the process beside its arguments. */
export interface GitCircumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly compile?: Compile;
  readonly generator?: string;
}

/** Variables that keep git from the settings of the machine. */
export const gitEnv: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  HOME: os.devNull,
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Author",
  GIT_AUTHOR_EMAIL: "author@example.com",
  GIT_COMMITTER_NAME: "Author",
  GIT_COMMITTER_EMAIL: "author@example.com",
};

/** Makes a folder for repositories, which the caller removes. */
export function makeFolder(): string {
  return realpathSync(mkdtempSync(path.join(os.tmpdir(), "modelmark-")));
}

/** A repository in a folder; `git init` is the caller's to run. */
export function repositoryIn(root: string): TestRepository {
  const at = (file: string): string => path.join(root, file);
  return {
    root,
    at,
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    read: (file) => readFileSync(at(file), "utf8"),
    has: (file) => existsSync(at(file)),
    remove: (file) => rmSync(at(file), { recursive: true, force: true }),
    git: (...args) => git(root, args),
    staged: (file) => {
      const { status, stdout } = spawnGit(root, ["cat-file", "blob", `:0:${file}`]);
      return status === 0 ? stdout.toString() : undefined;
    },
    status: () => git(root, ["status", "--short", "-uall"]).split("\n").filter(Boolean),
    run: runIn(root),
  };
}

/** Makes a repository with files, none of them staged. */
export function initRepository(root: string, files: Readonly<Record<string, string>> = {}): TestRepository {
  mkdirSync(root, { recursive: true });
  const repository = repositoryIn(root);
  repository.git("init", "-q", ".");
  for (const [file, text] of Object.entries(files)) repository.write(file, text);
  return repository;
}

/** Lets git run a program of ours before it commits. */
export function hookWith({ root, git: say }: TestRepository, program: string, args: string): void {
  const folder = path.resolve(root, say("rev-parse", "--git-path", "hooks").trim());
  mkdirSync(folder, { recursive: true });
  const hook = path.join(folder, "pre-commit");
  writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${program}' ${args}\n`);
  chmodSync(hook, 0o755);
}

function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnGit(folder, args);
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}${stdout}`);
  return stdout.toString();
}

function spawnGit(folder: string, args: readonly string[]): ReturnType<typeof spawnSync> {
  return spawnSync("git", ["-c", "protocol.file.allow=always", ...args], { cwd: folder, env: gitEnv, input: "y\n" });
}

function runIn(root: string): TestRepository["run"] {
  return async (argv, { cwd = root, env = {}, compile = fakeCompile, generator } = {}) => {
    const out: string[] = [];
    const err: string[] = [];
    const environment: Environment = {
      cwd,
      env: { ...gitEnv, ...env },
      stdout: { write: (text) => out.push(text) },
      stderr: { write: (text) => err.push(text) },
      compile,
      generator,
    };
    const code = await run(argv, environment);
    return { code, stdout: out.join(""), stderr: err.join("") };
  };
}
