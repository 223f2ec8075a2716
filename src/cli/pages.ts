import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { byCodeUnits } from "../by-code-units.js";
import type { SourcePage } from "../compile.js";
import { type Limits, limitsOf, overLimit } from "../diagnostics/limits.js";
import type { Finding } from "../diagnostics/report.js";
import { UsageError } from "./exit-code.js";
import { readRegular, TooLarge } from "./regular-file.js";
import { codeOf, reasonOf } from "./system-error.js";

export { byCodeUnits };

/** A page with its bytes as they are on the disk. */
export interface PageFile extends SourcePage {
  readonly value: Uint8Array;
}

/** Pages that come one after another, so that nobody need hold the bytes of all; a list is such a sequence too. */
export interface PageSequence extends Iterable<PageFile> {
  /** How many there may be. */
  readonly length: number;
}

/** The pages of a docs folder, and what is named like one and could not be read. */
export interface Pages {
  /** Sorted by path, in code units. */
  readonly pages: PageSequence;
  /** All that is to say once every page has come. */
  readonly findings: readonly Finding[];
  /** A page that has come, for who asks for its bytes later. */
  readonly again: (page: string) => PageFile;
}

/** The paths of a docs folder's pages, and what is named like a page and is none. */
export interface PageList {
  /** Sorted, in code units. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

interface Walk {
  readonly docs: string;
  /** The docs folder without symbolic links. */
  readonly root: string;
  readonly paths: string[];
  readonly findings: Finding[];
}

/** Reads all pages below a folder as they are asked for; what goes wrong with one is a finding and keeps none of the others. */
export function readPages(docs: string, limits: Limits = limitsOf({})): Pages {
  const { paths, findings: listed } = listPages(docs);
  requireFew(paths.length, limits);
  const findings = listed.toSorted(byPage);
  const pages = { length: paths.length, [Symbol.iterator]: () => readEach(docs, paths, limits, findings) };
  return { pages, findings, again: (page) => unreadPage(docs, page) };
}

/** Throws a `UsageError` where there are more pages than a limit says: to go on without some would delete their outputs. */
export function requireFew(found: number, limits: Limits): void {
  if (found <= limits.pages) return;
  const { reason, mend } = overLimit({ limit: "pages", page: ".", found }, limits);
  throw new UsageError(reason, `Name the folder of the model pages with --docs. ${mend}`);
}

function* readEach(docs: string, paths: readonly string[], limits: Limits, findings: Finding[]): Iterator<PageFile> {
  for (const each of paths) {
    const page = readPage(docs, each, limits);
    if ("value" in page) yield page;
    else findings.push(page);
  }
  findings.sort(byPage);
}

function byPage(one: Finding, other: Finding): number {
  return byCodeUnits(one.page, other.page);
}

/** A page whose bytes are read where they are asked for, since a report shows few of them; of one that is gone there are none. */
export function unreadPage(docs: string, page: string): PageFile {
  return {
    path: page,
    get value() {
      const read = readPage(docs, page, unlimited);
      return "value" in read ? read.value : new Uint8Array();
    },
  };
}

/** Lists all pages below a folder without reading them. */
export function listPages(docs: string): PageList {
  const walk: Walk = { docs, root: realpathSync(docs), paths: [], findings: [] };
  listFolder(walk, "");
  return { paths: walk.paths.sort(byCodeUnits), findings: walk.findings };
}

/** Reports show a page whatever its size. */
const unlimited: Pick<Limits, "pageBytes"> = { pageBytes: Number.POSITIVE_INFINITY };

function readPage(docs: string, page: string, limits: Pick<Limits, "pageBytes">): PageFile | Finding {
  try {
    return { path: page, value: pageBytes(docs, page, limits.pageBytes) };
  } catch (error) {
    if (error instanceof TooLarge) return overLimit({ limit: "pageBytes", page, found: error.size }, limits);
    return error instanceof Outside ? outside(page) : unreadable(page, error);
  }
}

/** The bytes of a page; a link that stands there by now is followed inside the docs folder only. A `TooLarge` over `most` bytes. */
export function pageBytes(docs: string, page: string, most?: number): Buffer {
  const place = path.join(docs, page);
  try {
    return readRegular(place, "refuse", most);
  } catch (error) {
    if (codeOf(error) !== "ELOOP") throw error;
    const target = realpathSync(place);
    if (!isWithin(realpathSync(docs), target)) throw new Outside("a symbolic link leads out of the docs folder");
    return readRegular(target, "refuse", most);
  }
}

class Outside extends Error {
  override readonly name = "Outside";
}

function outside(page: string): Finding {
  return { rule: "outside-root", page, reason: "Unexpected symbolic link out of the docs folder" };
}

/** Whether a path is a folder, or below it; both are absolute and without symbolic links. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function listFolder(walk: Walk, folder: string): void {
  for (const entry of entriesOf(walk, folder)) {
    if (isHiddenName(entry.name)) continue;
    const page = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) listLink(walk, page);
    else if (isPageName(entry.name)) listEntry(walk, page, entry);
    else if (entry.isDirectory()) listFolder(walk, page);
  }
}

function entriesOf(walk: Walk, folder: string): readonly Dirent[] {
  try {
    return readdirSync(path.join(walk.docs, folder), { withFileTypes: true });
  } catch (error) {
    walk.findings.push(unreadable(folder === "" ? "." : folder, error));
    return [];
  }
}

/** Whether a file or folder is passed over, with all that is in it. */
export function isHiddenName(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a file is called as pages are. */
export function isPageName(name: string): boolean {
  return name.endsWith(".md") || name.endsWith(".mdx");
}

function listEntry(walk: Walk, page: string, entry: Pick<Dirent, "isFile" | "isDirectory">): void {
  if (!entry.isFile()) {
    const kind = entry.isDirectory() ? "folder" : "socket, pipe or device";
    walk.findings.push({ rule: "not-a-file", page, reason: `Unexpected ${kind}, expected a file`, actual: kind });
    return;
  }
  walk.paths.push(page);
}

/** A link to a folder inside is not followed: the folder is read where it stands, so no cycle can arise. */
function listLink(walk: Walk, page: string): void {
  try {
    const target = realpathSync(path.join(walk.docs, page));
    const status = statSync(target);
    if (!isPageName(page) && !status.isDirectory()) return;
    if (!isWithin(walk.root, target)) {
      walk.findings.push(outside(page));
      return;
    }
    if (isPageName(page)) listEntry(walk, page, status);
  } catch (error) {
    if (isPageName(page)) walk.findings.push(unreadable(page, error));
  }
}

function unreadable(page: string, error: unknown): Finding {
  return { rule: "unreadable-file", page, reason: `Cannot read the file: ${reasonOf(error)}` };
}
