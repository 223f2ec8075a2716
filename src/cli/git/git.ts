import { spawnSync } from "node:child_process";
import { UsageError } from "../exit-code.js";
import { reasonOf } from "../system-error.js";

/** Where git is run, and with which variables. */
export interface GitPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a run of git gave. */
export type GitResult =
  | { readonly kind: "done"; readonly stdout: Buffer }
  /** The first line that git says of it. */
  | { readonly kind: "failed"; readonly reason: string };

/** Git refused something that it does not refuse where all is well. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** Runs git without a shell; a `UsageError` where there is no git. */
export function tryGit({ folder, env }: GitPlace, args: readonly string[], input?: string | Uint8Array): GitResult {
  const { error, status, stdout, stderr } = spawnSync("git", [...always, ...args], {
    cwd: folder,
    // Messages in one language; objects that a partial clone leaves out are not asked of the network.
    env: { ...env, ...otherReadings, LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" },
    input: input ?? "",
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  // Where git ends before it has read all, its own words say why.
  if (error && status === null) throw new UsageError(`Cannot start git: ${reasonOf(error)}`, gitHint);
  return status === 0 ? { kind: "done", stdout } : { kind: "failed", reason: firstLine(stderr.toString()) };
}

/** Runs git; a `GitError` where it fails. */
export function runGit(place: GitPlace, args: readonly string[], input?: string | Uint8Array): Buffer {
  const result = tryGit(place, args, input);
  if (result.kind === "failed") throw new GitError(`git ${args[0]}: ${result.reason}`);
  return result.stdout;
}

/**
 * Paths are taken as they are. A folder of the working tree that is made like a git folder, which any branch can bring, is none
 * for git from 2.38 on: its configuration would name programs to run.
 */
const always = ["-c", "safe.bareRepository=explicit", "--literal-pathspecs"];

/** Other readings of paths, which git refuses beside ours. */
const otherReadings = {
  GIT_GLOB_PATHSPECS: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_ICASE_PATHSPECS: undefined,
};

const gitHint = "--staged asks git what is staged: install git, or put it on the PATH.";

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.replace(/^(?:fatal|error): /, "") || "it said nothing of why";
}
