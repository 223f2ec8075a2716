import path from "node:path";
import { fingerprint } from "../../fingerprint.js";
import { pruneCached, readCachedBytes, writeCached } from "./cached-file.js";
import type { Statuses } from "./statuses.js";

/** The files of a run as the file system told of them: while it tells the same, they need not be read. */
export interface Snapshot {
  /** The generator and the options of the run. */
  readonly settings: string;
  /** Under which name the record of the run is kept. */
  readonly record: string;
  /** Sorted; below the docs folder. */
  readonly pages: readonly string[];
  /** Sorted, the manifest last; below the output folder. */
  readonly outputs: readonly string[];
  /** The file of overrides, absolute, where there is one. */
  readonly overrides: readonly string[];
  /** Of the pages, then of the outputs, then of the overrides. */
  readonly statuses: Statuses;
}

/** How many snapshots are kept: projects that share a cache. */
const mostSnapshots = 50;

/** Reads the snapshot of a docs and an output folder; nothing where there is none or it is damaged. */
export function readSnapshot(folder: string, docs: string, out: string): Snapshot | undefined {
  const bytes = readCachedBytes(snapshotFile(folder, docs, out));
  const end = bytes?.indexOf("\n") ?? -1;
  if (!bytes || end < 0) return undefined;
  const head = headOf(bytes.toString("utf8", 0, end));
  if (head?.docs !== docs || head.out !== out) return undefined;
  // Numbers of eight bytes must start at a multiple of eight.
  const numbers = Uint8Array.prototype.slice.call(bytes, end + 1);
  const isWhole = numbers.length === 32 * (head.pages.length + head.outputs.length + head.overrides.length);
  return isWhole ? { ...head, statuses: new Float64Array(numbers.buffer) } : undefined;
}

/** Keeps a snapshot. */
export function writeSnapshot(folder: string, docs: string, out: string, { statuses, ...rest }: Snapshot): void {
  const head = Buffer.from(`${JSON.stringify({ docs, out, ...rest } satisfies Head)}\n`);
  const numbers = new Uint8Array(statuses.buffer, statuses.byteOffset, statuses.byteLength);
  const file = snapshotFile(folder, docs, out);
  writeCached(file, Buffer.concat([head, numbers]));
  pruneCached(path.dirname(file), mostSnapshots);
}

interface Head extends Omit<Snapshot, "statuses"> {
  readonly docs: string;
  readonly out: string;
}

function headOf(text: string): Head | undefined {
  try {
    const head: unknown = JSON.parse(text);
    return isHead(head) ? head : undefined;
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== "object" || value === null) return false;
  const { docs, out, settings, record, pages, outputs, overrides } = { ...emptyHead, ...value };
  const areTexts = [docs, out, settings, record].every(isText);
  return areTexts && [pages, outputs, overrides].every((files) => Array.isArray(files) && files.every(isText));
}

const emptyHead: Readonly<Record<keyof Head, unknown>> = {
  docs: undefined,
  out: undefined,
  settings: undefined,
  record: undefined,
  pages: undefined,
  outputs: undefined,
  overrides: undefined,
};

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Two folders may have one file; what has the name of another's is known by its head. */
function snapshotFile(folder: string, docs: string, out: string): string {
  return path.join(folder, "files", fingerprint(`${docs}\0${out}`));
}
