import { existsSync } from "node:fs";
import path from "node:path";

/** The nearest folder upwards with `.git`, which is a file in worktrees and submodules; nothing where there is none. */
export function repositoryRoot(folder: string): string | undefined {
  if (existsSync(path.join(folder, ".git"))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryRoot(parent);
}
