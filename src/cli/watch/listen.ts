import { existsSync, type Stats } from "node:fs";
import path from "node:path";
import { watch } from "chokidar";
import { realPathOf } from "../disk.js";
import { UsageError } from "../exit-code.js";
import { isHiddenName, isWithin } from "../pages.js";
import { repositoryRoot } from "../repository-root.js";
import { reasonOf } from "../system-error.js";

/** Where changes matter; absolute paths. */
export interface Places {
  readonly docs: string;
  readonly out: string;
  /** The files that may hold the configuration. */
  readonly configs: readonly string[];
}

/**
 * Rings at each change below the docs folder, of the folders that lead there and of configuration files, until what it
 * gives is called; a `UsageError` where the system has no watch left.
 */
export async function listen(places: Places, ring: () => void): Promise<() => Promise<void>> {
  const { folders, isInDocs, isSignpost } = territoryOf(places);
  const watcher = watch(rootsOf(folders), {
    // A watch on each file would take a descriptor each; folders tell of their files too, though only as raw events.
    ignored: (file: string, stats?: Stats) => stats?.isFile() === true || !(folders.has(file) || isInDocs(file)),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
  });
  watcher.on("raw", (_event, name, details) => {
    const file = changedFile(name, details);
    if (isInDocs(file) || isSignpost(file)) ring();
  });
  await new Promise<void>((resolve, reject) => {
    watcher.on("ready", resolve);
    watcher.on("error", (error) => {
      reject(cannotWatch(error));
      ring();
    });
  });
  return async () => await watcher.close();
}

interface Territory {
  /** Folders whose entries matter, each without what is below. */
  readonly folders: ReadonlySet<string>;
  readonly isInDocs: (file: string) => boolean;
  readonly isSignpost: (file: string) => boolean;
}

function territoryOf(places: Places): Territory {
  const docs = realPathOf(places.docs);
  const out = realPathOf(places.out);
  const ends = [places.docs, docs, ...places.configs];
  const folders = new Set(ends.flatMap((end) => foldersAbove(end)));
  const isOutput = (file: string): boolean => isWithin(out, file) && !isWithin(out, docs);
  return {
    folders,
    isInDocs: (file) => isWithin(docs, file) && !isOutput(file) && !isHidden(path.relative(docs, file)),
    isSignpost: (file) => folders.has(file) || ends.includes(file),
  };
}

/** The folders above a place, up to the root of its repository, else to the first that is there. */
function foldersAbove(place: string): readonly string[] {
  const folder = path.dirname(place);
  const root = repositoryRoot(folder);
  const isLast = folder === path.dirname(folder) || (root === undefined ? existsSync(folder) : folder === root);
  return isLast ? [folder] : [folder, ...foldersAbove(folder)];
}

/** Those that are not found by watching the folder above. */
function rootsOf(folders: ReadonlySet<string>): string[] {
  return [...folders].filter((folder) => path.dirname(folder) === folder || !folders.has(path.dirname(folder)));
}

function isHidden(file: string): boolean {
  return file.split(path.sep).some(isHiddenName);
}

function changedFile(name: unknown, details: unknown): string {
  const folder = typeof details === "object" && details !== null && "watchedPath" in details ? details.watchedPath : "";
  return path.join(String(folder), typeof name === "string" ? name : "");
}

function cannotWatch(error: unknown): UsageError {
  const hint = "Where the system has no watch left, raise its limit: on Linux `sysctl fs.inotify.max_user_watches`.";
  return new UsageError(`Cannot watch the docs folder: ${reasonOf(error)}`, hint);
}
