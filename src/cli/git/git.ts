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
  const { error, status, stdout, stderr } = spawnSync("git", ["--literal-pathspecs", ...args], {
    cwd: folder,
    // Messages in one language; objects that a partial clone leaves out are not asked of the network.
    env: { ...env, LC_ALL: "C", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" },
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

const gitHint = "--staged asks git what is staged: install git, or put it on the PATH.";

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.replace(/^(?:fatal|error): /, "") || "it said nothing of why";
}
