import { OutputError } from "../exit-code.js";
import { runGit, tryGit } from "./git.js";
import type { IndexEntry } from "./index-entries.js";
import type { Repository } from "./repository.js";

/** What the index holds at a path, and what it is to hold; nothing stands for no entry. */
export interface IndexChange {
  readonly path: string;
  readonly before: Pick<IndexEntry, "mode" | "id"> | undefined;
  readonly entry: Pick<IndexEntry, "mode" | "id" | "flag"> | undefined;
}

/** Changes the index at once; an `OutputError` where another process holds it. */
export function updateIndex(repository: Repository, changes: readonly IndexChange[]): void {
  if (changes.length === 0) return;
  // Removals first, since a file may stand where a folder has been.
  const sorted = [...changes.filter(({ entry }) => !entry), ...changes.filter(({ entry }) => entry)];
  const lines = sorted.map(({ path, before, entry }) => `${wordsOf(entry, before)}\t${path}\0`);
  const result = tryGit(repository, ["update-index", "-z", "--index-info"], lines.join(""));
  if (result.kind === "failed") throw refused(result.reason);
  for (const flag of ["skip-worktree", "assume-unchanged"] as const) {
    const flagged = changes.filter(({ entry }) => entry?.flag === flag).map((change) => `${change.path}\0`);
    if (flagged.length > 0) runGit(repository, ["update-index", `--${flag}`, "-z", "--stdin"], flagged.join(""));
  }
}

function wordsOf(entry: IndexChange["entry"], before: IndexChange["before"]): string {
  return entry ? `${entry.mode} ${entry.id}` : `0 ${"0".repeat(before?.id.length ?? 40)}`;
}

function refused(reason: string): OutputError {
  return new OutputError(
    `Cannot write the index: ${reason}`,
    "Nothing was staged. Where another git process runs, wait until it ends; a lock that none holds may be deleted.",
  );
}
