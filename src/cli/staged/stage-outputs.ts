import type { OutputFile } from "../../compile.js";
import { OutputError } from "../exit-code.js";
import { filteredId } from "../git/attributes.js";
import { writeBlobs } from "../git/blobs.js";
import { type IndexEntry, listEntries, modes } from "../git/index-entries.js";
import { type IndexChange, updateIndex } from "../git/update-index.js";
import { type Change, isWriting, type Writing } from "../plan.js";
import type { StagedPlan } from "./plan-staged.js";
import type { Staging } from "./staging.js";

/** What a plan changes in the index. */
export function indexChangesOf(
  { out }: Pick<Staging, "out">,
  { outputs, idOf }: StagedPlan,
  changes: readonly Change[],
): readonly IndexChange[] {
  return changes.flatMap((change): readonly IndexChange[] => {
    const before = outputs.entries.get(change.path);
    const path = out + change.path;
    if (change.kind === "delete") return [{ path, before, entry: undefined }];
    if (!isWriting(change)) return [];
    const flag = before ? before.flag : flagOfFolder(change.path, outputs.entries);
    return [{ path, before, entry: { mode: before?.mode ?? modes.file, id: idOf(change), flag } }];
  });
}

/** Puts the texts into the repository and changes the index; an `OutputError` where something else than files bars the way. */
export function stageOutputs(
  staging: Staging,
  plan: StagedPlan,
  changes: readonly Change[],
  indexChanges: readonly IndexChange[],
): void {
  requireFolders(staging);
  const writings = changes.filter(isWriting);
  writeBlobs(
    staging.repository,
    writings.filter(({ path }) => !plan.filtered.has(path)).map(({ text }) => text),
  );
  for (const writing of writings.filter(({ path }) => plan.filtered.has(path))) writeFiltered(staging, writing);
  updateIndex(staging.repository, indexChanges);
}

function writeFiltered({ repository, out }: Staging, { path, text }: OutputFile | Writing): void {
  filteredId(repository, out + path, text, true);
}

/** Git would remove what stands where the folders of the outputs are to be. */
function requireFolders({ repository, out }: Staging): void {
  const names = out.split("/").slice(0, -1);
  const folders = names.map((_, at) => names.slice(0, at + 1).join("/"));
  if (folders.length === 0) return;
  const standing = new Set(listEntries(repository, folders).map((entry) => entry.path));
  const inTheWay = folders.find((folder) => standing.has(folder));
  if (inTheWay === undefined) return;
  throw new OutputError(
    `Unexpected file, link or submodule \`${inTheWay}\` as it is staged, expected a folder`,
    "The output folder is to stand there: unstage it, or name another folder with --out.",
  );
}

/** A sparse checkout leaves out whole folders. */
function flagOfFolder(file: string, entries: StagedPlan["outputs"]["entries"]): IndexEntry["flag"] {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const beside = [...entries].filter(([each]) => each.startsWith(folder));
  const isLeftOut = beside.length > 0 && beside.every(([, entry]) => entry.flag === "skip-worktree");
  return isLeftOut ? "skip-worktree" : undefined;
}
