import { type Dirent, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { isHiddenName, isPageName } from "../pages.js";

/** What the file system says of files without opening them: path → stamp, which changes where the file does. */
export type Stamps = ReadonlyMap<string, string>;

/** What a run would read. */
export interface Sight {
  /** By paths below the docs folder, with `/`; empty where there is no docs folder. */
  readonly pages: Stamps;
  /** The folders that may hold pages, by such paths. */
  readonly folders: Stamps;
  /** The configuration files that are there, by absolute paths. */
  readonly configs: Stamps;
}

/** What became of a file between two looks. */
export interface Difference {
  readonly path: string;
  readonly kind: "new" | "changed" | "gone";
}

/** Looks at the pages of a docs folder and at the files that may hold the configuration. */
export function lookAt(docs: string, configs: readonly string[]): Sight {
  const walk: Walk = { docs, pages: new Map(), folders: new Map() };
  stampFolder(walk, "");
  const stamps = configs.flatMap((file): [string, string][] => {
    const stamp = stampOf(file);
    return stamp === undefined ? [] : [[file, stamp]];
  });
  return { pages: walk.pages, folders: walk.folders, configs: new Map(stamps) };
}

/** Whether two looks saw the same. */
export function isSame(one: Sight, other: Sight): boolean {
  return parts.every((part) => differences(one[part], other[part]).length === 0);
}

const parts = ["pages", "folders", "configs"] as const;

/** What is new, changed or gone. */
export function differences(before: Stamps, now: Stamps): readonly Difference[] {
  const found: Difference[] = [];
  for (const [file, stamp] of now) {
    const former = before.get(file);
    if (former !== stamp) found.push({ path: file, kind: former === undefined ? "new" : "changed" });
  }
  for (const file of before.keys()) {
    if (!now.has(file)) found.push({ path: file, kind: "gone" });
  }
  return found;
}

interface Walk {
  readonly docs: string;
  readonly pages: Map<string, string>;
  readonly folders: Map<string, string>;
}

function stampFolder(walk: Walk, folder: string): void {
  const place = path.join(walk.docs, folder);
  const entries = entriesOf(place);
  if (!entries) return;
  // The number alone: outputs may be made in a docs folder, which changes its times.
  walk.folders.set(folder, String(statSync(place, { throwIfNoEntry: false })?.ino));
  for (const entry of entries) {
    if (isHiddenName(entry.name)) continue;
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (isPageName(entry.name)) walk.pages.set(file, stampOf(path.join(walk.docs, file)) ?? "unreadable");
    else if (entry.isDirectory()) stampFolder(walk, file);
  }
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What is there and cannot be read, the run itself reports.
    return undefined;
  }
}

function stampOf(file: string): string | undefined {
  try {
    // The time of any change, since other times can be set: a file that is moved here may be older than the one it replaces.
    const { ino, size, ctimeMs } = statSync(file);
    return `${ino} ${size} ${ctimeMs}`;
  } catch {
    return undefined;
  }
}
