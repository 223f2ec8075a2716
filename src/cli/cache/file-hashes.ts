import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { hashOf } from "../manifest.js";
import { readCached, writeCached } from "./cached-file.js";

/** Tells the hash of a file's bytes; nothing where there is no such file. */
export interface FileHashes {
  /** `follow`: a symbolic link stands for what it leads to. */
  readonly hashOf: (file: string, follow: boolean) => string | undefined;
  /** Keeps what was read for the next run. */
  readonly save: () => void;
}

/** What tells that a file has not been written since, and the hash that it had. */
type Known = readonly [signature: string, hash: string];

/**
 * File systems tell times in steps of up to two seconds: a file may be written again within the step in which it was read,
 * so what was written so shortly before a run is read again by the next one, as git does.
 */
const coarsestStep = 2000;

/** Hashes of files that are read again only where size, times or inode are not what they were. */
export function fileHashes(folder: string, name: string): FileHashes {
  const store = path.join(folder, "files", `${hashOf(name)}.json`);
  const started = Date.now();
  const former = readKnown(store);
  const known = new Map<string, Known>();
  let learned = false;
  const find = (file: string, follow: boolean): string | undefined => {
    const status = statusOf(file, follow);
    if (!status?.isFile()) return undefined;
    const signature = `${status.size}:${status.mtimeMs}:${status.ctimeMs}:${status.ino}`;
    const [formerSignature, formerHash] = former.get(file) ?? [];
    const hash = formerSignature === signature && formerHash !== undefined ? formerHash : readHash(file);
    if (hash === undefined || Math.max(status.mtimeMs, status.ctimeMs) + coarsestStep > started) return hash;
    learned ||= formerSignature !== signature;
    known.set(file, [signature, hash]);
    return hash;
  };
  return { hashOf: find, save: () => (learned ? writeCached(store, Object.fromEntries(known)) : undefined) };
}

function statusOf(file: string, follow: boolean): Stats | undefined {
  try {
    return follow ? statSync(file, { throwIfNoEntry: false }) : lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function readHash(file: string): string | undefined {
  try {
    return hashOf(readFileSync(file));
  } catch {
    return undefined;
  }
}

function readKnown(store: string): ReadonlyMap<string, Known> {
  const value = readCached(store);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new Map(entries.filter(([, entry]) => isKnown(entry)));
}

function isKnown(value: unknown): value is Known {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "string");
}
