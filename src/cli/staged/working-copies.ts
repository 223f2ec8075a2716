import { chmodSync, lstatSync, type Stats, unlinkSync } from "node:fs";
import path from "node:path";
import { OutputError } from "../exit-code.js";
import { removeEmptyFolders } from "../folders.js";
import { runGit, tryGit } from "../git/git.js";
import type { Repository } from "../git/repository.js";

/** A path of the index, from the top of the working tree, and what its working copy may hold that is nobody's work. */
export interface CopyChange {
  readonly path: string;
  /** The blob that the index holds now; nothing where it holds none. */
  readonly id: string | undefined;
  /** The blobs that the index held before, or that modelmark was about to write; nothing stands for no file. */
  readonly former: readonly (string | undefined)[];
}

/** Makes working copies what the index holds, where nobody has changed them; gives the paths of the others. */
export function updateWorkingCopies(
  repository: Repository,
  out: string,
  changes: readonly CopyChange[],
): readonly string[] {
  const copies = copiesOf(repository, changes);
  const due = copies.filter(({ change, copy }) => !isOneOf(copy, [change.id]));
  const clean = due.filter(({ change, copy }) => isOneOf(copy, change.former));
  // Removals first: where letter case does not count, the file of another entry may have the name.
  for (const { change } of clean.filter((each) => each.change.id === undefined)) removeCopy(repository, out, change);
  checkOut(
    repository,
    clean.filter((each) => each.change.id !== undefined),
  );
  return due.filter((each) => !clean.includes(each)).map(({ change }) => change.path);
}

/** What stands in the working tree; a file with the name of the blob that git would store. */
type Copy =
  | { readonly kind: "absent"; readonly id?: undefined }
  | { readonly kind: "file"; readonly id: string; readonly mode: number }
  | { readonly kind: "other" };

/** A change, and the copy that it is about. */
interface Copied {
  readonly change: CopyChange;
  readonly copy: Copy;
}

function isOneOf(copy: Copy, ids: readonly (string | undefined)[]): boolean {
  return copy.kind !== "other" && ids.includes(copy.id);
}

function copiesOf(repository: Repository, changes: readonly CopyChange[]): readonly Copied[] {
  const found = changes.map((change) => ({ change, standing: standingAt(repository.folder, change.path) }));
  const files = found.filter(({ standing }) => standing.kind === "file").map(({ change }) => change.path);
  const said = files.length > 0 ? runGit(repository, ["hash-object", "--stdin-paths"], files.map(quoted).join("")) : "";
  const ids = said.toString().split("\n");
  const names = new Map(files.map((file, at) => [file, ids[at]]));
  return found.map(({ change, standing }) => ({
    change,
    copy: standing.kind === "file" ? { ...standing, id: names.get(change.path) ?? "" } : standing,
  }));
}

/** Git reads a path a line; in quotes it may hold any character. */
function quoted(file: string): string {
  return `"${file.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"\n`;
}

/** What stands at a path, its blob aside; a link in its folders leads elsewhere than the index says. */
type Standing = Exclude<Copy, { readonly kind: "file" }> | { readonly kind: "file"; readonly mode: number };

function standingAt(top: string, file: string): Standing {
  const names = file.split("/").slice(0, -1);
  const folders = names.map((_, at) => path.join(top, ...names.slice(0, at + 1)));
  if (folders.some((folder) => statusAt(folder)?.isDirectory() === false)) return { kind: "other" };
  const status = statusAt(path.join(top, file));
  if (status === undefined) return { kind: "absent" };
  return status.isFile() ? { kind: "file", mode: status.mode } : { kind: "other" };
}

function statusAt(place: string): Stats | undefined {
  return lstatSync(place, { throwIfNoEntry: false });
}

function removeCopy({ folder }: Repository, out: string, { path: file }: CopyChange): void {
  try {
    unlinkSync(path.join(folder, file));
  } catch (error) {
    if (statusAt(path.join(folder, file))) throw error;
  }
  removeEmptyFolders(path.join(folder, out), file.slice(out.length));
}

/** Git writes the files, with the line ends and filters of the working tree. */
function checkOut(repository: Repository, copies: readonly Copied[]): void {
  if (copies.length === 0) return;
  const files = copies.map(({ change }) => `${change.path}\0`);
  const result = tryGit(repository, ["checkout-index", "-f", "-u", "-z", "--stdin"], files.join(""));
  for (const { change, copy } of copies) keepMode(path.join(repository.folder, change.path), copy);
  if (result.kind === "done") return;
  throw new OutputError(
    `Cannot write the working copies of outputs: ${result.reason}`,
    "The outputs are staged. Mend the cause, and run `modelmark generate --staged` again.",
  );
}

function keepMode(place: string, copy: Copy): void {
  const status = statusAt(place);
  if (copy.kind === "file" && status?.isFile() && status.mode !== copy.mode) chmodSync(place, copy.mode);
}
