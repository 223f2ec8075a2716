import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { isPathBelow } from "../../model/path.js";
import { readCached, writeCached } from "../cache/cached-file.js";
import type { Repository } from "../git/repository.js";
import { beginningOf } from "../leftovers.js";
import { manifestPath } from "../manifest.js";
import { hasBanner } from "../plan.js";
import type { CopyChange } from "./working-copies.js";

/**
 * Keeps which working copies a run is about to write, with the blobs that they may hold meanwhile: a run that is killed
 * after it changed the index leaves copies that look like edits.
 */
export function beginCopies(repository: Repository, changes: readonly CopyChange[]): void {
  const entries = changes.map(({ path: file, id, former }) => [
    file,
    [id ?? null, ...former.map((each) => each ?? null)],
  ]);
  writeCached(unfinishedFile(repository), JSON.stringify(Object.fromEntries(entries)));
}

/** Forgets them, once they are written. */
export function endCopies(repository: Repository): void {
  rmSync(unfinishedFile(repository), { force: true });
}

/** Working copies that killed runs were about to write, as changes to what the index holds now. */
export function unfinishedCopies(
  repository: Repository,
  out: string,
  idAt: (file: string) => string | undefined,
): readonly CopyChange[] {
  const value = readCached(unfinishedFile(repository));
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([file, blobs]) =>
    isBlobs(blobs) && file.startsWith(out) && isOutput(repository.folder, out, file)
      ? [{ path: file, id: idAt(file), former: blobs.map((blob) => blob ?? undefined) }]
      : [],
  );
}

/** Whether nothing but an output may stand there: the note is not to be trusted more than a manifest. */
function isOutput(top: string, out: string, file: string): boolean {
  const below = file.slice(out.length);
  if (!isPathBelow(below)) return false;
  const place = path.join(top, file);
  return below === manifestPath || !existsSync(place) || hasBanner(beginningOf(place));
}

function unfinishedFile({ gitFolder }: Repository): string {
  return path.join(stagedFolder(gitFolder), "unfinished.json");
}

/** What modelmark keeps in a git folder: safe to remove. */
export function stagedFolder(gitFolder: string): string {
  return path.join(gitFolder, "modelmark");
}

function isBlobs(value: unknown): value is readonly (string | null)[] {
  return Array.isArray(value) && value.every((each) => each === null || typeof each === "string");
}
