import { OutputError } from "../exit-code.js";
import { runGit } from "./git.js";
import type { Repository } from "./repository.js";

/** A file as it is staged. */
export interface IndexEntry {
  /** From the top of the working tree, with `/`. */
  readonly path: string;
  readonly mode: string;
  /** The name of its blob. */
  readonly id: string;
  /** Whether git is told that it need not be in the working tree, or to take it for unchanged. */
  readonly flag: "skip-worktree" | "assume-unchanged" | undefined;
}

/** The modes of entries. */
export const modes = { file: "100644", executable: "100755", link: "120000", submodule: "160000" } as const;

/** Whether an entry is a file with text of its own. */
export function isFileEntry({ mode }: IndexEntry): boolean {
  return mode === modes.file || mode === modes.executable;
}

/** Lists what is staged at and below paths, sorted as git does; an `OutputError` where a merge left conflicts there. */
export function listEntries(repository: Repository, paths: readonly string[]): readonly IndexEntry[] {
  const listed = runGit(repository, ["ls-files", "-s", "-v", "-z", "--", ...paths]).toString();
  const entries: IndexEntry[] = [];
  const conflicts = new Set<string>();
  let hasEmpty = false;
  for (let start = 0; start < listed.length; ) {
    const end = listed.indexOf("\0", start);
    const tab = listed.indexOf("\t", start);
    const path = listed.slice(tab + 1, end);
    const id = listed.slice(start + 9, tab - 2);
    if (listed[tab - 1] !== "0") conflicts.add(path);
    hasEmpty ||= emptyBlobs.has(id);
    entries.push({ path, mode: listed.slice(start + 2, start + 8), id, flag: flagOf(listed.charAt(start)) });
    start = end + 1;
  }
  if (conflicts.size > 0) throw conflictsIn([...conflicts]);
  return hasEmpty ? withoutIntended(repository, entries, paths) : entries;
}

/** The names of a blob without bytes, in SHA-1 and SHA-256. */
const emptyBlobs: ReadonlySet<string> = new Set([
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

function flagOf(tag: string): IndexEntry["flag"] {
  if (tag === "S" || tag === "s") return "skip-worktree";
  return tag === "h" ? "assume-unchanged" : undefined;
}

/** Git's flag of an entry that `git add --intent-to-add` made: no commit takes it up. */
const intendedFlag = 0x20000000;

/** Such entries look like empty files everywhere else. */
function withoutIntended(
  repository: Repository,
  entries: readonly IndexEntry[],
  paths: readonly string[],
): readonly IndexEntry[] {
  const listed = runGit(repository, ["ls-files", "--debug", "--", ...paths]).toString();
  const flags = [...listed.matchAll(/^ {2}size: \d+\tflags: ([0-9a-f]+)$/gm)];
  if (flags.length !== entries.length) return entries;
  return entries.filter((_, at) => (Number.parseInt(flags[at]?.[1] ?? "0", 16) & intendedFlag) === 0);
}

function conflictsIn([first, ...others]: readonly string[]): OutputError {
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return new OutputError(
    `Unexpected merge conflict of \`${first}\`${more}, expected files that are resolved`,
    "Resolve them and `git add` them; an output may be resolved in any way, since it is written anew.",
  );
}
