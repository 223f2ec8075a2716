import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "../../fingerprint.js";
import { readRegular } from "../regular-file.js";

/** The JSON in a file of the cache; nothing where it is not there or damaged. */
export function readCached(file: string): unknown {
  const bytes = readCachedBytes(file);
  return bytes && parsed(bytes.toString());
}

/** The value that `writeSealed` kept; nothing where it is not there, or where anything has changed it since. */
export function readSealed(file: string): unknown {
  const text = readCachedBytes(file)?.toString() ?? "";
  const json = text.slice(sealLength);
  return text.startsWith(sealOf(json)) ? parsed(json) : undefined;
}

/** Keeps a value as JSON behind its fingerprint: a record that is damaged would say of outputs what no run has found. */
export function writeSealed(file: string, value: unknown): void {
  const json = JSON.stringify(value);
  writeCached(file, sealOf(json) + json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function sealOf(json: string): string {
  return `${fingerprint(json)}\n`;
}

const sealLength = 9;

/** The bytes of a file of the cache; nothing where it is not there. */
export function readCachedBytes(file: string): Buffer | undefined {
  try {
    return readRegular(file, "refuse");
  } catch {
    return undefined;
  }
}

/** Writes a file of the cache; a cache that cannot be written is no reason to fail. */
export function writeCached(file: string, content: string | Uint8Array): void {
  try {
    const folder = path.dirname(file);
    if (isLinked(folder)) return;
    mkdirSync(folder, { recursive: true });
    // Another run may read it, or write it, at the same time; and a link of that name leads to a file that is not ours.
    const unfinished = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    writeFileSync(unfinished, content, { flag: "wx" });
    renameSync(unfinished, file);
  } catch {
    // The next run finds nothing, and does its work again.
  }
}

/** What we call the files of a cache, finished or not: nothing else is removed from there. */
const ownName = /^[0-9a-f]{8,64}(?:\.json)?(?:\.[0-9a-z-]+)?$/;

/** Removes the oldest files of a folder of the cache until so many are left. */
export function pruneCached(folder: string, most: number): void {
  try {
    if (isLinked(folder)) return;
    const names = readdirSync(folder).filter((name) => ownName.test(name));
    const ages = names
      .map((name) => path.join(folder, name))
      .map((file) => ({ file, modified: lstatSync(file).mtimeMs }));
    ages.sort((one, other) => other.modified - one.modified);
    for (const { file } of ages.slice(most)) rmSync(file, { force: true });
  } catch {
    // Another run may remove the same files.
  }
}

/** Whether a folder of a cache, or the cache, is a link: what it leads to is not ours. Where caches are, links may decide. */
function isLinked(folder: string): boolean {
  const statuses = [path.dirname(folder), folder].map((each) => lstatSync(each, { throwIfNoEntry: false }));
  return statuses.some((status) => status?.isSymbolicLink());
}
