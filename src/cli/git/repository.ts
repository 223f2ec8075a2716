import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { realPathOf } from "../disk.js";
import type { Environment } from "../environment.js";
import { UsageError } from "../exit-code.js";
import { isWithin } from "../pages.js";
import { repositoryRoot } from "../repository-root.js";
import { type GitPlace, runGit, tryGit } from "./git.js";

/** A repository with a working tree, and the index of it that is looked at. Git is run at its top. */
export interface Repository extends GitPlace {
  /** The git folder of this working tree, absolute. */
  readonly gitFolder: string;
  /** The file of the index, absolute. */
  readonly index: string;
}

/** Finds the repository that holds a folder, with the index that the environment names where it is of this repository. */
export function repositoryAround(folder: string, { cwd, env }: Environment): Repository {
  const start = nearestFolder(folder);
  const found = askGit({ folder: start, env: without(env, placeVariables) });
  const named = env["GIT_DIR"] ? realPathOf(path.resolve(cwd, env["GIT_DIR"])) : undefined;
  if (named === undefined || found.gitFolder === named) {
    if (found.kind === "failed") throw outside(found.reason);
    const isOwn = named !== undefined || repositoryRoot(realPathOf(cwd)) === found.top;
    return repositoryAt(found, isOwn ? without(env, placeVariables) : without(env, localVariables), isOwn ? env : {});
  }
  const other = askGit({ folder: cwd, env });
  if (other.kind === "found" && holds(other.top, start)) {
    const placed = { ...env, GIT_DIR: other.gitFolder, GIT_WORK_TREE: other.top, GIT_PREFIX: undefined };
    return repositoryAt(other, placed, env);
  }
  if (found.kind === "failed") throw outside(found.reason);
  return repositoryAt(found, without(env, localVariables), {});
}

/** The same repository with another index. */
export function withIndex(repository: Repository, index: string): Repository {
  return { ...repository, index, env: { ...repository.env, GIT_INDEX_FILE: index } };
}

/**
 * The index that git keeps after a commit, where it is not the one that is committed: `git commit PATH` commits one of its
 * own and holds the next state of the other in the lock file.
 */
export function keptIndex(repository: Repository): Repository | undefined {
  const { index, gitFolder } = repository;
  if (!/^next-index-\d+\.lock$/.test(path.basename(index)) || path.dirname(index) !== gitFolder) return undefined;
  const lock = path.join(gitFolder, "index.lock");
  return existsSync(lock) ? withIndex(repository, lock) : undefined;
}

/** The nearest folder upwards that exists, without symbolic links. */
function nearestFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : nearestFolder(parent);
  }
}

interface Found {
  readonly kind: "found";
  readonly gitFolder: string;
  readonly top: string;
}

type Answer = Found | { readonly kind: "failed"; readonly reason: string; readonly gitFolder?: undefined };

/** What says where a repository and its parts are. */
const placeVariables = [
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_WORK_TREE",
];

/** What git says of one repository alone (`git rev-parse --local-env-vars`). */
const localVariables = [
  ...placeVariables,
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_CONFIG",
  "GIT_CONFIG_COUNT",
  "GIT_CONFIG_PARAMETERS",
  "GIT_GRAFT_FILE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_NO_REPLACE_OBJECTS",
  "GIT_OBJECT_DIRECTORY",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
];

function without(env: Environment["env"], names: readonly string[]): Environment["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

function askGit(place: GitPlace): Answer {
  const both = tryGit(place, ["rev-parse", "--absolute-git-dir", "--show-toplevel"]);
  if (both.kind === "failed") return both;
  const [gitFolder = "", top = "", ...rest] = both.stdout.toString().split("\n");
  // Names of folders may hold line breaks.
  const one = (flag: string): string => runGit(place, ["rev-parse", flag]).toString().slice(0, -1);
  const [folder, root] = rest.length === 1 ? [gitFolder, top] : [one("--absolute-git-dir"), one("--show-toplevel")];
  return { kind: "found", gitFolder: realPathOf(path.resolve(folder)), top: realPathOf(path.resolve(root)) };
}

function repositoryAt({ gitFolder, top }: Found, env: Environment["env"], outer: Environment["env"]): Repository {
  const named = outer["GIT_INDEX_FILE"];
  const repository = { folder: top, env, gitFolder, index: path.join(gitFolder, "index") };
  // Git takes a relative name from the top of the working tree.
  return named ? withIndex(repository, path.resolve(top, named)) : repository;
}

/** Whether a folder belongs to the repository, and to none within it. */
export function belongsTo({ folder: top }: Repository, folder: string): boolean {
  return holds(top, nearestFolder(folder));
}

function holds(top: string, folder: string): boolean {
  const root = repositoryRoot(folder);
  return isWithin(top, folder) && (root === undefined || root === top || !isWithin(top, root));
}

function outside(reason: string): UsageError {
  return new UsageError(
    `--staged finds no repository with a working tree: ${reason}`,
    "Run it in a git repository, or leave out --staged.",
  );
}
