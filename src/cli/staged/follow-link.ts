import { statSync } from "node:fs";
import path from "node:path";
import { type IndexEntry, isFileEntry, modes } from "../git/index-entries.js";

/** What a staged symbolic link leads to. */
export type LinkTarget =
  | { readonly kind: "file"; readonly id: string }
  | { readonly kind: "folder" }
  /** It leads out of the docs folder. */
  | { readonly kind: "outside"; readonly isFolder: boolean }
  | { readonly kind: "nowhere" };

/** So many links may lead to one another, as in file systems. */
const mostLinks = 40;

/** Follows links by what is staged below a folder, which ends in `/` or is empty. */
export function followLink(
  top: string,
  docs: string,
  entries: readonly IndexEntry[],
  textOf: (id: string) => string | undefined,
): (link: IndexEntry) => LinkTarget {
  const staged = new Map(entries.map((entry) => [entry.path, entry]));
  const folders = new Set(entries.flatMap((entry) => foldersOf(entry.path)));
  const visit = (file: string, links: number): LinkTarget => {
    if (links > mostLinks) return { kind: "nowhere" };
    if (path.posix.isAbsolute(file) || !`${file}/`.startsWith(docs) || `${file}/`.startsWith("../")) {
      return { kind: "outside", isFolder: isFolder(path.resolve(top, file)) };
    }
    const entry = staged.get(file);
    if (entry && isFileEntry(entry)) return { kind: "file", id: entry.id };
    if (folders.has(file)) return { kind: "folder" };
    const names = [...foldersOf(file), file];
    const link = names.map((name) => staged.get(name)).find((each) => each?.mode === modes.link);
    if (link === undefined) return { kind: "nowhere" };
    const target = textOf(link.id);
    if (target === undefined) return { kind: "nowhere" };
    return visit(path.posix.join(resolved(link.path, target), file.slice(link.path.length)), links + 1);
  };
  return (link) => visit(link.path, 0);
}

function resolved(link: string, target: string): string {
  return path.posix.isAbsolute(target) ? target : path.posix.join(path.posix.dirname(link), target);
}

/** The folders of a path, the uppermost first. */
function foldersOf(file: string): readonly string[] {
  const names = file.split("/").slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join("/"));
}

/** A link may name anything: what the system refuses to look at is no folder. */
function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
