import { mkdirSync, rmdirSync } from "node:fs";
import path from "node:path";
import { codeOf } from "./system-error.js";

/**
 * Makes a folder and those above it that are missing; `known` remembers the ones that are there.
 *
 * Node's recursive mkdir never ends where the system says that the parent of a new folder is missing, as in /proc.
 */
export function makeFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (codeOf(error) === "ENOENT" && parent !== folder) {
      makeFolder(parent, known);
      mkdirSync(folder);
    } else if (codeOf(error) !== "EEXIST") {
      throw error;
    }
  }
  known.add(folder);
}

/**
 * Removes the folder of a file below `out`, and those above it, as far as they are empty; `out` itself stays. What the system
 * refuses for another reason is thrown.
 */
export function removeEmptyFolders(out: string, file: string): void {
  const folder = path.posix.dirname(file);
  if (folder === ".") return;
  try {
    rmdirSync(path.join(out, folder));
  } catch (error) {
    if (stayingCodes.includes(codeOf(error))) return;
    // Where it is gone already, those above may be empty.
    if (codeOf(error) !== "ENOENT") throw error;
  }
  removeEmptyFolders(out, folder);
}

/** Codes that say that a folder is to stay: it holds other files, is none, or is where another file system begins. */
const stayingCodes: readonly (string | undefined)[] = ["EBUSY", "EEXIST", "ENOTDIR", "ENOTEMPTY"];
