import { chmodSync, chownSync, lstatSync, lutimesSync, renameSync, unlinkSync } from "node:fs";
import path from "node:path";
import { type Disk, diskOf, isClosed } from "./disk.js";
import { makeFolder, removeEmptyFolders } from "./folders.js";
import { hashOf, manifestPath, type OutputHashes } from "./manifest.js";
import { type Change, isWriting, type Writing } from "./plan.js";
import { endRun, type Run, reduceRun, removeRun, runPath } from "./runs.js";
import type { Standing } from "./standing.js";
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

/** The changes, and what former runs had left when they were planned. */
export interface Plan {
  readonly standing: Standing;
  readonly changes: readonly Change[];
  readonly outputHashOf: OutputHashes;
}

type Deletion = Extract<Change, { readonly kind: "delete" }>;

interface Commit extends Written {
  readonly out: string;
  /** The folders that are known to be there. */
  readonly folders: Set<string>;
  readonly failures: Failure[];
  /** Whether the disk refuses everything. */
  isHopeless: boolean;
  written: number;
  deleted: number;
}

/** Puts in place what a run has staged under the numbers of the writings, and ends it; what fails keeps no other. */
export function commit({ standing, changes }: Plan, out: string, run: Run): Written {
  const work: Commit = { out, folders: new Set(), failures: [], isHopeless: false, written: 0, deleted: 0 };
  deleteOutputs(work, changes, standing);
  placeOutputs(work, changes, run);
  // Where something failed or could not be looked at, the manifest is still the former one: the journal says the rest.
  const isDone = work.failures.length === 0 && !changes.some((change) => change.kind === "unreadable");
  attempt(work, run.name, () => (isDone ? removeRun(out, run) : reduceRun(out, run)));
  if (standing.interrupted.length > 0) attempt(work, manifestPath, () => touchManifest(out));
  for (const former of standing.interrupted) attempt(work, former.name, () => removeRun(out, former));
  endRun(run);
  return work;
}

/**
 * What an interrupted run had put in place may be mended without a new manifest. Who planned between the two would find all
 * as it was before them, and has seen other outputs.
 */
function touchManifest(out: string): void {
  const now = new Date();
  try {
    lutimesSync(path.join(out, manifestPath), now, now);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function deleteOutputs(work: Commit, changes: readonly Change[], { journal }: Standing): void {
  const deletions = changes.filter((change) => change.kind === "delete");
  const disk = diskOf(work.out);
  for (const change of deletions) {
    if (work.isHopeless) return;
    attempt(work, change.path, () => deleteOutput(work, change, disk(change.path)));
  }
  // A run that was interrupted may have made folders for outputs that never came.
  const absent = journal.filter(({ file }) => disk(file).kind === "absent");
  for (const file of [...deletions.map((change) => change.path), ...absent.map((entry) => entry.file)]) {
    if (work.isHopeless) return;
    attempt(work, path.posix.dirname(file), () => removeEmptyFolders(work.out, file));
  }
}

function deleteOutput(work: Commit, { path: file, hash }: Deletion, entry: ReturnType<Disk>): void {
  if (entry.kind === "absent") return;
  if (isClosed(entry)) throw new Error(entry.reason);
  if (hashOf(entry.bytes) !== hash) throw new Error(meddling);
  unlinkSync(path.join(work.out, file));
  work.deleted += 1;
}

function placeOutputs(work: Commit, changes: readonly Change[], run: Run): void {
  const disk = diskOf(work.out);
  for (const [index, writing] of changes.filter(isWriting).entries()) {
    if (work.isHopeless) return;
    // A manifest must not name what is not in place.
    if (writing.path === manifestPath && work.failures.length > 0) continue;
    const staged = runPath(work.out, run, String(index));
    attempt(work, writing.path, () => placeOutput(work, writing, disk(writing.path), staged));
  }
}

function placeOutput(work: Commit, { path: file, kind }: Writing, entry: ReturnType<Disk>, staged: string): void {
  const place = path.join(work.out, file);
  if (isClosed(entry)) throw new Error(entry.reason);
  if (entry.kind === "file") {
    if (kind === "create") throw new Error(meddling);
    keepRights(staged, place);
  }
  makeFolder(path.dirname(place), work.folders);
  renameSync(staged, place);
  work.written += 1;
}

const meddling = "somebody else wrote it while modelmark was at work";

/** A file that is replaced keeps its mode, and its owner where the system lets us. */
function keepRights(staged: string, place: string): void {
  const [now, before] = [lstatSync(staged), lstatSync(place)];
  if (now.mode !== before.mode) chmodSync(staged, before.mode);
  if (now.uid === before.uid && now.gid === before.gid) return;
  try {
    chownSync(staged, before.uid, before.gid);
  } catch {
    // Only root may give files away.
  }
}

const hopelessCodes: readonly (string | undefined)[] = ["EDQUOT", "EIO", "ENOSPC", "EROFS"];

function attempt(work: Commit, file: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    work.failures.push({ path: file, reason: reasonOf(error) });
    work.isHopeless ||= hopelessCodes.includes(codeOf(error));
  }
}
