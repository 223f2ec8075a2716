import { existsSync } from "node:fs";
import path from "node:path";
import { placesOf } from "../disk.js";
import { type HashedFile, hashOf, manifestPath, pageHashOf } from "../manifest.js";
import { type PageList, pageBytes } from "../pages.js";
import { readRegular } from "../regular-file.js";
import type { Settings } from "../settings.js";
import type { RunFiles } from "./run-record.js";
import type { Snapshot } from "./snapshot.js";
import {
  isSameStatus,
  isThere,
  joinStatuses,
  pickStatuses,
  type Statuses,
  settledStatuses,
  statusesOf,
} from "./statuses.js";

/** What the file system tells of a project without any file being opened. */
export interface Glance {
  /** When it was taken, in milliseconds since 1970. */
  readonly time: number;
  readonly docs: string;
  readonly out: string;
  /** The pages that are there. */
  readonly pages: readonly string[];
  readonly pageStatuses: Statuses;
  /** The file of overrides, absolute, where it is there. */
  readonly overrides: readonly string[];
  readonly overridesStatuses: Statuses;
  /** What an earlier run found; without one every file is new. */
  readonly snapshot: Snapshot | undefined;
  /** Of the snapshot's outputs. */
  readonly outputStatuses: Statuses;
}

/** Looks at the pages, the overrides and the outputs that a snapshot names; `onEdit`: called once a page is seen to be another one. */
export function glanceAt(
  { docs, out, overrides: { file } }: Settings,
  { paths }: PageList,
  snapshot: Snapshot | undefined,
  onEdit: () => void,
): Glance {
  const time = Date.now();
  const pageStatuses = statusesOf(
    // What `path.join` does is needless here, and takes as long as looking at the files.
    paths.map((page) => `${docs}/${page}`),
    true,
  );
  if (snapshot && !arePagesAsBefore(paths, pageStatuses, snapshot)) onEdit();
  const outputStatuses = outputStatusesOf(out, snapshot?.outputs ?? []);
  const overrides = existsSync(file) ? [file] : [];
  const found = { overrides, overridesStatuses: statusesOf(overrides, true) };
  return { time, docs, out, pages: paths, pageStatuses, ...found, snapshot, outputStatuses };
}

/** Whether every file is as the snapshot says, so that none need be read. */
export function isAsBefore(glance: Glance): boolean {
  const { pages, pageStatuses, snapshot, outputStatuses } = glance;
  if (!snapshot || !arePagesAsBefore(pages, pageStatuses, snapshot) || !areOverridesAsBefore(glance, snapshot)) {
    return false;
  }
  return snapshot.outputs.every((_, at) =>
    isSameStatus(outputStatuses, at, snapshot.statuses, snapshot.pages.length + at),
  );
}

function arePagesAsBefore(pages: readonly string[], now: Statuses, { pages: before, statuses }: Snapshot): boolean {
  if (pages.length !== before.length) return false;
  return pages.every((page, at) => page === before[at] && isSameStatus(now, at, statuses, at));
}

function areOverridesAsBefore({ overrides, overridesStatuses }: Glance, before: Snapshot): boolean {
  if (overrides.length !== before.overrides.length) return false;
  const from = before.pages.length + before.outputs.length;
  return overrides.every(
    (file, at) => file === before.overrides[at] && isSameStatus(overridesStatuses, at, before.statuses, from + at),
  );
}

/** Whether the manifest is still the one that was looked at: a run that wrote meanwhile has put another in its place. */
export function manifestStands({ out, outputStatuses, snapshot }: Glance): boolean {
  const now = outputStatusesOf(out, [manifestPath]);
  return snapshot !== undefined && isSameStatus(now, 0, outputStatuses, snapshot.outputs.length - 1);
}

/** The pages with their hashes; those that are as they were when the snapshot's run had these files are not read. */
export function hashPages(
  { docs, pages, pageStatuses, snapshot }: Glance,
  files: RunFiles | undefined,
): readonly HashedFile[] {
  const formerly = new Map(snapshot?.pages.map((page, at) => [page, at]));
  return pages.map((page, at) => {
    const before = formerly.get(page);
    const isSame = snapshot && before !== undefined && isSameStatus(pageStatuses, at, snapshot.statuses, before);
    const known = isSame ? hashIn(files?.pages, before, page) : undefined;
    return [page, known ?? hashed(() => pageHashOf(pageBytes(docs, page))) ?? ""];
  });
}

/**
 * The statuses of outputs that are all as a run made them; nothing where one is not. Those that are as they were when the
 * snapshot's run had these files are not read.
 */
export function findStanding(
  glance: Glance,
  files: RunFiles | undefined,
  wanted: RunFiles["outputs"],
): Statuses | undefined {
  const { out, snapshot } = glance;
  const isSameList = snapshot !== undefined && wanted.every(([file], at) => file === snapshot.outputs[at]);
  const names = wanted.map(([file]) => file);
  const statuses = isSameList ? glance.outputStatuses : outputStatusesOf(out, names);
  const formerly = new Map(snapshot?.outputs.map((file, at) => [file, at]));
  const isStanding = ([file, hash]: HashedFile, at: number): boolean => {
    if (!isThere(statuses, at)) return false;
    const before = formerly.get(file);
    const isSame =
      snapshot && before !== undefined && isSameStatus(statuses, at, snapshot.statuses, snapshot.pages.length + before);
    const known = isSame ? hashIn(files?.outputs, before, file) : undefined;
    return (known ?? hashed(() => hashOf(readRegular(path.join(out, file), "refuse")))) === hash;
  };
  return wanted.every(isStanding) ? statuses : undefined;
}

/** What the next run need not read again. */
export function snapshotOf(
  { time, pages, pageStatuses, overrides, overridesStatuses }: Glance,
  outputs: readonly string[],
  outputStatuses: Statuses,
  run: Pick<Snapshot, "settings" | "record">,
): Snapshot {
  const statuses = joinStatuses(joinStatuses(pageStatuses, outputStatuses), overridesStatuses);
  return { ...run, pages, outputs, overrides, statuses: settledStatuses(statuses, time) };
}

/** What the next run need not read again of what this one has read and left alone: what it wrote has no status yet. */
export function snapshotAfter(
  glance: Glance,
  outputs: readonly HashedFile[],
  untouched: ReadonlySet<string>,
  run: Pick<Snapshot, "settings" | "record">,
): Snapshot {
  const formerly = new Map(glance.snapshot?.outputs.map((file, at) => [file, at]));
  const names = outputs.map(([file]) => file);
  const known = names.map((file) => (untouched.has(file) ? formerly.get(file) : undefined));
  return snapshotOf(glance, names, pickStatuses(glance.outputStatuses, known), run);
}

function outputStatusesOf(out: string, outputs: readonly string[]): Statuses {
  const places = placesOf(out);
  const found = outputs.map((file) => places(file));
  return statusesOf(
    found.map((each) => (each.kind === "place" ? each.place : undefined)),
    false,
  );
}

function hashIn(files: readonly HashedFile[] | undefined, at: number, file: string): string | undefined {
  const [name, hash] = files?.[at] ?? [];
  return name === file ? hash : undefined;
}

function hashed(hash: () => string): string | undefined {
  try {
    return hash();
  } catch {
    return undefined;
  }
}
