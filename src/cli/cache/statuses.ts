import { lstatSync, type Stats, statSync } from "node:fs";

/**
 * What the file system says of files without opening them: four numbers each (size, time of writing and of change in
 * milliseconds, inode), which are not numbers where there is no file that they could tell from another.
 */
export type Statuses = Float64Array;

/** How many numbers tell a file's status. */
const width = 4;

/**
 * File systems tell times in steps of up to two seconds: a file may be written again within the step in which it was read,
 * so what was written so shortly before a run is read again by the next one, as git does.
 */
const coarsestStep = 2000;

/** Looks at files, by absolute paths; `follow`: a symbolic link stands for what it leads to. Nothing stands for a file that cannot be there. */
export function statusesOf(files: readonly (string | undefined)[], follow: boolean): Statuses {
  const statuses = new Float64Array(files.length * width).fill(Number.NaN);
  for (const [at, file] of files.entries()) {
    const status = file === undefined ? undefined : statusOf(file, follow);
    if (!status?.isFile()) continue;
    statuses[at * width] = status.size;
    statuses[at * width + 1] = status.mtimeMs;
    statuses[at * width + 2] = status.ctimeMs;
    statuses[at * width + 3] = status.ino;
  }
  return statuses;
}

/** Whether a file is as it was: what is not there never is. */
export function isSameStatus(now: Statuses, at: number, before: Statuses, formerAt: number): boolean {
  for (let each = 0; each < width; each += 1) {
    if (now[at * width + each] !== before[formerAt * width + each]) return false;
  }
  return true;
}

/** Whether there is a file. */
export function isThere(statuses: Statuses, at: number): boolean {
  return !Number.isNaN(statuses[at * width]);
}

/** The statuses that are still to be trusted later: those of files that were not written shortly before a time. */
export function settledStatuses(statuses: Statuses, time: number): Statuses {
  const settled = statuses.slice();
  for (let at = 0; at < settled.length; at += width) {
    const latest = Math.max(settled[at + 1] ?? 0, settled[at + 2] ?? 0);
    if (latest + coarsestStep > time) settled.fill(Number.NaN, at, at + width);
  }
  return settled;
}

/** The statuses of some files by their numbers; nothing stands for a file that has none. */
export function pickStatuses(statuses: Statuses, wanted: readonly (number | undefined)[]): Statuses {
  const picked = new Float64Array(wanted.length * width).fill(Number.NaN);
  for (const [at, from] of wanted.entries()) {
    if (from !== undefined) picked.set(statuses.subarray(from * width, (from + 1) * width), at * width);
  }
  return picked;
}

/** Several files' statuses after one another. */
export function joinStatuses(one: Statuses, other: Statuses): Statuses {
  const joined = new Float64Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
}

function statusOf(file: string, follow: boolean): Stats | undefined {
  try {
    return follow ? statSync(file, { throwIfNoEntry: false }) : lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
