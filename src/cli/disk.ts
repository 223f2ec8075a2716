import { lstatSync, realpathSync, type Stats } from "node:fs";
import path from "node:path";
import { isPathBelow } from "../model/path.js";
import { isWithin } from "./pages.js";
import { readRegular } from "./regular-file.js";
import { codeOf, reasonOf } from "./system-error.js";

/** What stands at a path of the output folder. */
export type DiskEntry =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Buffer }
  /** Something that must not be written, and why. */
  | { readonly kind: "barred"; readonly reason: string }
  /** Something that the system does not let us see, now at least. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** An entry that can be neither read nor written. */
export type ClosedEntry = Extract<DiskEntry, { readonly reason: string }>;

/** Whether an entry can be neither read nor written. */
export function isClosed(entry: DiskEntry): entry is ClosedEntry {
  return entry.kind === "barred" || entry.kind === "unreadable";
}

/** Looks at a path below the output folder, with `/`. */
export type Disk = (file: string) => DiskEntry;

/** The disk below an output folder, from which no symbolic link leads out. */
export function diskOf(out: string): Disk {
  const look = placesOf(out);
  return (file) => {
    const found = look(file);
    return found.kind === "place" ? lookAtFile(found.place) : found;
  };
}

/** Why there is no file. */
type NoFile = Exclude<DiskEntry, { kind: "file" }>;

/** Where a path of the output folder is on the disk, or why nothing is or may be there. */
export type PlaceOrNothing = NoFile | { readonly kind: "place"; readonly place: string };

/** Finds the places of paths below an output folder, without a look at what stands there. */
export function placesOf(out: string): (file: string) => PlaceOrNothing {
  const folders = new Map<string, NoFile | "folder">();
  const root = realPathOf(out);
  const folder = (name: string): NoFile | "folder" => {
    const known = folders.get(name) ?? lookAtFolder(out, root, name, folder);
    folders.set(name, known);
    return known;
  };
  return (file) => {
    if (!isPathBelow(file)) return { kind: "barred", reason: "the path leads out of the output folder" };
    const above = folder(path.posix.dirname(file));
    return above === "folder" ? { kind: "place", place: `${out}/${file}` } : above;
  };
}

/** The path without symbolic links, as far as it exists. */
export function realPathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (codeOf(error) !== "ENOENT" || parent === folder) return folder;
    return path.join(realPathOf(parent), path.basename(folder));
  }
}

function lookAtFolder(
  out: string,
  root: string,
  name: string,
  folder: (name: string) => NoFile | "folder",
): NoFile | "folder" {
  const place = path.join(out, name);
  try {
    const real = realpathSync(place);
    if (!isWithin(root, real)) return { kind: "barred", reason: "a symbolic link leads out of the output folder" };
    return lstatSync(real).isDirectory() ? "folder" : { kind: "barred", reason: "a file is in the way of its folder" };
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return closedBy(error);
    // A link that leads nowhere is there all the same.
    const standing = lookAtFile(place);
    if (isClosed(standing)) return standing;
    // A folder that is not there is made below the nearest one that is, which may be a link.
    const above = name === "." ? "folder" : folder(path.posix.dirname(name));
    return above === "folder" ? { kind: "absent" } : above;
  }
}

function lookAtFile(place: string): DiskEntry {
  try {
    const status = lstatSync(place);
    if (!status.isFile()) return { kind: "barred", reason: kindOf(status) };
    return { kind: "file", bytes: readRegular(place, "refuse") };
  } catch (error) {
    return codeOf(error) === "ENOENT" ? { kind: "absent" } : closedBy(error);
  }
}

/** Codes that say that no output can stand at such a path. */
const barringCodes: readonly (string | undefined)[] = ["ELOOP", "ENAMETOOLONG", "ENOTDIR"];

function closedBy(error: unknown): ClosedEntry {
  return { kind: barringCodes.includes(codeOf(error)) ? "barred" : "unreadable", reason: reasonOf(error) };
}

function kindOf(status: Stats): string {
  if (status.isSymbolicLink()) return "a symbolic link is in the way";
  return status.isDirectory() ? "a folder is in the way" : "a socket, pipe or device is in the way";
}
