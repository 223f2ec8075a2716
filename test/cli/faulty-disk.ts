import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";

/** A call of the file system that is about something below the watched folder. */
export interface Call {
  /** Counted from 0. */
  readonly index: number;
  /** The function's name in `node:fs`. */
  readonly name: string;
  /** Below the folder; of a descriptor, the file that was opened. */
  readonly file: string;
}

/** The code that a call fails with, and nothing where it does its work. */
export type Fault = (call: Call) => string | undefined;

const reading = ["lstatSync", "readdirSync", "readFileSync", "realpathSync"] as const;
const writing = [
  "chmodSync",
  "chownSync",
  "closeSync",
  "fsyncSync",
  "lutimesSync",
  "mkdirSync",
  "openSync",
  "renameSync",
  "rmdirSync",
  "unlinkSync",
  "writeFileSync",
] as const;

/** Whether a call changes nothing on the disk. */
export function isReading(call: Call): boolean {
  return reading.some((name) => name === call.name);
}

/** Does a work while calls about files below a folder may fail, and gives those calls. */
export async function withFaults(folder: string, fault: Fault, work: () => Promise<void>): Promise<readonly Call[]> {
  const disk: Disk = { folder, fault, calls: [], opened: new Map() };
  const originals = [...reading, ...writing].map((name) => ({ name, original: functionOf(name) }));
  for (const { name, original } of originals) Reflect.set(fs, name, faulty(disk, name, original));
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const { name, original } of originals) Reflect.set(fs, name, original);
    syncBuiltinESMExports();
  }
  return disk.calls;
}

interface Disk {
  readonly folder: string;
  readonly fault: Fault;
  readonly calls: Call[];
  /** Descriptor → the file that was opened. */
  readonly opened: Map<number, string>;
}

type AnyFunction = (...values: readonly unknown[]) => unknown;

function functionOf(name: string): AnyFunction {
  const original: unknown = Reflect.get(fs, name);
  if (typeof original !== "function") throw new Error(`node:fs has no ${name}`);
  return (...values) => Reflect.apply(original, fs, values);
}

function faulty(disk: Disk, name: string, original: AnyFunction): AnyFunction {
  return (...values) => {
    const file = fileOf(disk, values[0]);
    if (file === undefined) return original(...values);
    const call = { index: disk.calls.length, name, file };
    disk.calls.push(call);
    const code = disk.fault(call);
    if (code !== undefined) {
      // A full disk takes what fits, and a descriptor is closed even where that fails.
      if (name === "writeFileSync") original(values[0], String(values[1]).slice(0, 20), values[2]);
      if (name === "closeSync") original(...values);
      throw Object.assign(new Error(`${code}: the test says so, ${name} '${file}'`), { code });
    }
    // Nothing here depends on what a power loss leaves, and the disk takes its time.
    if (name === "fsyncSync") return undefined;
    const result = original(...values);
    if (name === "openSync" && typeof result === "number") disk.opened.set(result, file);
    return result;
  };
}

function fileOf({ folder, opened }: Disk, subject: unknown): string | undefined {
  if (typeof subject === "number") return opened.get(subject);
  if (typeof subject !== "string") return undefined;
  const file = path.relative(folder, subject);
  return file.startsWith("..") ? undefined : file;
}
