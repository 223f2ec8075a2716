import { lstatSync, mkdirSync, readdirSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OutputError } from "./exit-code.js";
import { makeFolder } from "./folders.js";
import { isRunning, type ProcessIdentity, processOf } from "./process-identity.js";
import { codeOf, reasonOf } from "./system-error.js";

/** A run that writes, or that was interrupted while it did: a folder in the output folder, which is its lock. */
export interface Run {
  /** The folder's name, which says whose it is; no output's path starts with a dot. */
  readonly name: string;
  readonly process: ProcessIdentity;
}

/** The runs that have a folder, sorted by name. */
export interface Runs {
  readonly alive: readonly Run[];
  readonly dead: readonly Run[];
}

/** What modelmark puts into the folder of a run: staged outputs under their numbers, and these. */
export const runFiles = { journal: "journal.json", ignore: ".gitignore" } as const;

/** The runs of this process, whose id tells nothing: a long-lived one has many. */
const ownRuns = new Set<string>();

/**
 * How long the folder of a run may stay as it is where its process cannot be asked, in milliseconds: less than others
 * wait, so that they always get their turn.
 */
const longestSilence = 8_000;

/** Looks for runs; an `OutputError` where the folder cannot be read. */
export function runsIn(out: string): Runs {
  const runs = [...folderNames(out)].sort().flatMap((name) => runOf(name) ?? []);
  const alive = runs.filter((run) => isAlive(out, run));
  return { alive, dead: runs.filter((run) => !alive.includes(run)) };
}

/** The absolute path of a file of a run. */
export function runPath(out: string, run: Run, file: string): string {
  return path.join(out, run.name, file);
}

/** Makes the folder of a run of this process; git is told to look away, so that nobody commits what a kill leaves. */
export function beginRun(out: string): Run {
  const self = processOf(process.pid);
  const run = { name: nameOf(self), process: self };
  makeFolder(out, new Set());
  mkdirSync(path.join(out, run.name));
  ownRuns.add(run.name);
  try {
    writeFileSync(runPath(out, run, runFiles.ignore), "*\n");
  } catch (error) {
    withdrawRun(out, run);
    throw error;
  }
  return run;
}

/** Ends a run that put nothing in place; what the system refuses to remove is left for the next run to mend. */
export function withdrawRun(out: string, run: Run): void {
  try {
    removeRun(out, run);
  } catch {
    // The disk refused more than this, which is what will be said.
  } finally {
    endRun(run);
  }
}

/** Ends a run of this process; what its folder still holds, the next run mends. */
export function endRun(run: Run): void {
  ownRuns.delete(run.name);
}

/** Removes the folder of a run with what modelmark put there, and nothing else. */
export function removeRun(out: string, run: Run): void {
  for (const name of runFileNames(out, run)) unlinkSync(runPath(out, run, name));
  rmdirSync(path.join(out, run.name));
}

/** Leaves of a run its journal alone, which the next run reads; without one, nothing. */
export function reduceRun(out: string, run: Run): void {
  const names = runFileNames(out, run);
  if (!names.includes(runFiles.journal)) removeRun(out, run);
  else for (const name of names.filter(isStaged)) unlinkSync(runPath(out, run, name));
}

function runFileNames(out: string, run: Run): readonly string[] {
  const names = readdirSync(path.join(out, run.name));
  const ours = names.filter((name) => isStaged(name) || Object.values<string>(runFiles).includes(name));
  // `.gitignore` last, so that git looks away from all others while they are there.
  return ours.sort().reverse();
}

function isStaged(name: string): boolean {
  return /^\d+$/.test(name);
}

/** Links are not followed: they may lead to files that are not ours. */
function folderNames(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw unreadable(error);
  }
}

function unreadable(error: unknown): OutputError {
  const hint = "Runs that were interrupted say there what they wrote: make it readable, and run modelmark again.";
  return new OutputError(`Cannot read the output folder: ${reasonOf(error)}`, hint);
}

/** The name of a folder for a run of a process, new each time. */
export function nameOf({ id, started, space, host }: ProcessIdentity): string {
  return `.modelmark-${id}-${started}-${space}-${process.getBuiltinModule("node:crypto").randomBytes(4).toString("hex")}-${host}`;
}

function runOf(name: string): Run | undefined {
  const [, id, started, space, host] = /^\.modelmark-(\d+)-(\d+)-(\d+)-[0-9a-f]{8}-([\w.-]+)$/.exec(name) ?? [];
  if (host === undefined) return undefined;
  return { name, process: { id: Number(id), started: Number(started), space: Number(space), host } };
}

function isAlive(out: string, run: Run): boolean {
  const { id, space, host } = processOf(process.pid);
  const isOwn = run.process.id === id && run.process.space === space && run.process.host === host;
  return isOwn ? ownRuns.has(run.name) : (isRunning(run.process) ?? isMoving(out, run));
}

/** A run moves its folder's time with each file that it stages or puts in place. */
function isMoving(out: string, run: Run): boolean {
  const status = lstatSync(path.join(out, run.name), { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs < longestSilence;
}
