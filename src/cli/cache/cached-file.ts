import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The JSON in a file of the cache; nothing where it is not there or damaged. */
export function readCached(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** The bytes of a file of the cache; nothing where it is not there. */
export function readCachedBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a file of the cache; a cache that cannot be written is no reason to fail. */
export function writeCached(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Another run may read it, or write it, at the same time.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch {
    // The next run finds nothing, and does its work again.
  }
}

/** Removes the oldest files of a folder of the cache until so many are left. */
export function pruneCached(folder: string, most: number): void {
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    const ages = files.map((file) => ({ file, modified: statSync(file).mtimeMs }));
    ages.sort((one, other) => other.modified - one.modified);
    for (const { file } of ages.slice(most)) rmSync(file, { force: true });
  } catch {
    // Another run may remove the same files.
  }
}
