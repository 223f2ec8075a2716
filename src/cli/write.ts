import { mkdirSync, rmdirSync, unlinkSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";
import { Interruption } from "./environment.js";
import { manifestPath } from "./manifest.js";
import type { Change } from "./plan.js";
import { codeOf, reasonOf } from "./system-error.js";

/** What became of the changes. */
export interface Written {
  readonly written: number;
  readonly deleted: number;
  readonly failures: readonly Failure[];
}

/** An output that the system refused to write or delete, and why. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}

type Writing = Extract<Change, { readonly kind: "create" | "change" }>;
type Deletion = Extract<Change, { readonly kind: "delete" }>;

/** Makes the changes: deletions, then outputs, and the manifest last, so that a run cut short can be run again. */
export async function applyChanges(
  changes: readonly Change[],
  out: string,
  signal: AbortSignal | undefined,
): Promise<Written> {
  const writings = changes.filter((change) => change.kind === "create" || change.kind === "change");
  const deletions = changes.filter((change) => change.kind === "delete");
  const run: Run = { out, signal, folders: new Set(), failures: [], hopeless: false, written: 0, deleted: 0 };
  deleteOutputs(run, deletions);
  const outputs = writings.filter((change) => change.path !== manifestPath);
  await writeOutputs(run, outputs);
  // A manifest must not name what was not written; the former one stays true of the rest.
  const manifest = run.failures.length > 0 ? [] : writings.filter((change) => change.path === manifestPath);
  await writeOutputs(run, manifest);
  return run;
}

interface Run extends Written {
  readonly out: string;
  readonly signal: AbortSignal | undefined;
  /** The folders that are known to be there. */
  readonly folders: Set<string>;
  readonly failures: Failure[];
  /** Whether the disk refuses everything. */
  hopeless: boolean;
  written: number;
  deleted: number;
}

const hopelessCodes: readonly (string | undefined)[] = ["EDQUOT", "EIO", "ENOSPC", "EROFS"];

function fail(run: Run, file: string, error: unknown): void {
  run.failures.push({ path: file, reason: reasonOf(error) });
  run.hopeless ||= hopelessCodes.includes(codeOf(error));
}

function deleteOutputs(run: Run, deletions: readonly Deletion[]): void {
  for (const change of deletions) {
    try {
      unlinkSync(path.join(run.out, change.path));
      run.deleted += 1;
    } catch (error) {
      fail(run, change.path, error);
    }
  }
  for (const change of deletions) removeEmptyFolders(run.out, path.posix.dirname(change.path));
}

function removeEmptyFolders(out: string, folder: string): void {
  if (folder === ".") return;
  try {
    rmdirSync(path.join(out, folder));
  } catch {
    // It holds other files, or is gone already.
    return;
  }
  removeEmptyFolders(out, path.posix.dirname(folder));
}

async function writeOutputs(run: Run, writings: readonly Writing[]): Promise<void> {
  const queue = writings.values();
  const worker = async (): Promise<void> => {
    for (const change of queue) {
      if (run.hopeless || run.signal?.aborted) return;
      await writeOutput(run, change);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (run.signal?.aborted) throw new Interruption("Interrupted");
}

/** More gains nothing: Node's pool has four threads. */
const concurrency = 8;

async function writeOutput(run: Run, { path: file, text }: Writing): Promise<void> {
  const place = path.join(run.out, file);
  try {
    makeFolder(run, path.dirname(place));
    // The library takes a short write, as on a full disk, for a whole one; so the text is written by Node.
    await writeFileAtomic(place, "", { fsync: false, tmpfileCreated: (temporary) => writeFile(temporary, text) });
    run.written += 1;
  } catch (error) {
    fail(run, file, error);
  }
}

/** Node's recursive mkdir never ends where the system says that the parent of a new folder is missing, as in /proc. */
function makeFolder(run: Run, folder: string): void {
  if (run.folders.has(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (codeOf(error) === "ENOENT" && parent !== folder) {
      makeFolder(run, parent);
      mkdirSync(folder);
    } else if (codeOf(error) !== "EEXIST") {
      throw error;
    }
  }
  run.folders.add(folder);
}
