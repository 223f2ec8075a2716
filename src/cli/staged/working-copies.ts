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
  const isAt = (change: CopyChange, ids: readonly (string | undefined)[]): boolean => {
    const copy = copies.get(change.path);
    return copy !== undefined && copy.kind !== "other" && ids.includes(copy.kind === "file" ? copy.id : undefined);
  };
  const due = changes.filter((change) => !isAt(change, [change.id]));
  const clean = due.filter((change) => isAt(change, change.former));
  // Removals first: where letter case does not count, the file of another entry may have the name.
  for (const change of clean.filter(({ id }) => id === undefined)) removeCopy(repository, out, change);
  checkOut(
    repository,
    clean.filter(({ id }) => id !== undefined).map((change) => change.path),
    copies,
  );
  return due.filter((change) => !clean.includes(change)).map((change) => change.path);
}

/** What stands in the working tree. */
type Copy =
  | { readonly kind: "absent" }
  /** With the name of the blob that git would store. */
  | { readonly kind: "file"; readonly id: string; readonly mode: number }
  | { readonly kind: "other" };

function copiesOf(repository: Repository, changes: readonly CopyChange[]): ReadonlyMap<string, Copy> {
  const statuses = changes.map(({ path: file }) => [file, statusAt(repository.folder, file)] as const);
  const files = statuses.flatMap(([file, status]) => (status !== "other" && status?.isFile() ? [file] : []));
  const said = files.length > 0 ? runGit(repository, ["hash-object", "--stdin-paths"], files.map(quoted).join("")) : "";
  const ids = said.toString().split("\n");
  const names = new Map(files.map((file, at) => [file, ids[at]]));
  return new Map(
    statuses.map(([file, status]): [string, Copy] => {
      if (status === undefined) return [file, { kind: "absent" }];
      const id = names.get(file);
      return [file, status === "other" || !id ? { kind: "other" } : { kind: "file", id, mode: status.mode }];
    }),
  );
}

/** Git reads a path a line; in quotes it may hold any character. */
function quoted(file: string): string {
  return `"${file.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"\n`;
}

/** What the file system says of a file; a link in its folders leads elsewhere than the index says. */
function statusAt(top: string, file: string): Stats | undefined | "other" {
  let place = top;
  const names = file.split("/");
  for (const [at, name] of names.entries()) {
    place = path.join(place, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (!status || at === names.length - 1) return status;
    if (!status.isDirectory()) return "other";
  }
  return undefined;
}

function removeCopy({ folder }: Repository, out: string, { path: file }: CopyChange): void {
  try {
    unlinkSync(path.join(folder, file));
  } catch (error) {
    if (lstatSync(path.join(folder, file), { throwIfNoEntry: false })) throw error;
  }
  removeEmptyFolders(path.join(folder, out), file.slice(out.length));
}

/** Git writes the files, with the line ends and filters of the working tree. */
function checkOut(repository: Repository, files: readonly string[], copies: ReadonlyMap<string, Copy>): void {
  if (files.length === 0) return;
  const result = tryGit(repository, ["checkout-index", "-f", "-u", "-z", "--stdin"], `${files.join("\0")}\0`);
  for (const file of files) keepMode(path.join(repository.folder, file), copies.get(file));
  if (result.kind === "done") return;
  throw new OutputError(
    `Cannot write the working copies of outputs: ${result.reason}`,
    "The outputs are staged. Mend the cause, and run `modelmark generate --staged` again.",
  );
}

function keepMode(place: string, copy: Copy | undefined): void {
  const status = lstatSync(place, { throwIfNoEntry: false });
  if (copy?.kind === "file" && status?.isFile() && status.mode !== copy.mode) chmodSync(place, copy.mode);
}
