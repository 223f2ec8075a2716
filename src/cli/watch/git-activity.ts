import { statSync } from "node:fs";
import path from "node:path";
import { readRegular } from "../regular-file.js";
import { repositoryRoot } from "../repository-root.js";

/** Milliseconds after which a trace of git is no longer a sign that it works. */
const limits = {
  /** A lock that a killed git left. */
  lock: 60_000,
  /** Between two commits of a rebase; one that waits for its user is as any other time. */
  step: 2_000,
} as const;

/** Tells whether git is in the middle of changing the working tree that holds a folder. */
export function gitActivityAround(folder: string): () => boolean {
  const root = repositoryRoot(folder);
  const git = root === undefined ? undefined : gitFolder(path.join(root, ".git"));
  if (git === undefined) return () => false;
  const steps = ["rebase-merge", "rebase-apply", "sequencer"].map((name) => path.join(git, name));
  const lock = path.join(git, "index.lock");
  return () => isYounger(lock, limits.lock) || steps.some((step) => isYounger(step, limits.step));
}

/** In worktrees and submodules `.git` is a file that names the folder. */
function gitFolder(place: string): string | undefined {
  try {
    if (statSync(place).isDirectory()) return place;
    const [, named] = /^gitdir: (.+)$/m.exec(readRegular(place, "follow").toString()) ?? [];
    return named === undefined ? undefined : path.resolve(path.dirname(place), named);
  } catch {
    return undefined;
  }
}

function isYounger(file: string, milliseconds: number): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs < milliseconds;
}
