import { readdirSync } from "node:fs";
import path from "node:path";
import { byCodeUnits, isHiddenName, isPageName } from "../pages.js";
import { readRegular } from "../regular-file.js";

/** A folder that holds model pages, from the folder that was searched, and how many. */
export interface DocsFolder {
  readonly folder: string;
  readonly pages: number;
}

/** The folders below one that pages of models are in, the one with the most pages first. */
export function docsFoldersBelow(root: string): readonly DocsFolder[] {
  const counts = new Map<string, number>();
  const pages = modelPagesBelow(root, "", 0);
  const elsewhere = commonFolder(pages.filter((page) => namedRoot(page) === undefined));
  for (const page of pages) {
    const folder = namedRoot(page) ?? elsewhere;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const folders = [...counts].map(([folder, count]) => ({ folder: folder === "" ? "." : folder, pages: count }));
  return folders.sort((one, other) => other.pages - one.pages || byCodeUnits(one.folder, other.folder));
}

/** The heading that only pages of models have. */
const heading = /^## (?:Fields|Values|Supported Types)[ \t]*\r?$/m;

/** Folders of outputs and of other people's packages have no pages of ours. */
const passedOver = new Set(["dist", "build", "coverage", "vendor", "target"]);

/** Deeper folders than this are no layout of documentation. */
const deepest = 12;

function modelPagesBelow(root: string, folder: string, depth: number): readonly string[] {
  if (depth > deepest) return [];
  return entriesOf(path.join(root, folder)).flatMap((entry) => {
    if (isHiddenName(entry.name) || (entry.isDirectory() && passedOver.has(entry.name))) return [];
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return modelPagesBelow(root, file, depth + 1);
    return entry.isFile() && isPageName(entry.name) && isModelPage(path.join(root, file)) ? [file] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isModelPage(file: string): boolean {
  try {
    const text = readRegular(file, "refuse").toString();
    return heading.test(text) && /^#[ \t]/m.test(text);
  } catch {
    return false;
  }
}

/** The path to the first folder that is called as folders of models are: `docs/models`. */
function namedRoot(page: string): string | undefined {
  const folders = page.split("/").slice(0, -1);
  const at = folders.findIndex((name) => /^(?:models|models-docs|docs-models)$/.test(name));
  return at === -1 ? undefined : folders.slice(0, at + 1).join("/");
}

function commonFolder(pages: readonly string[]): string {
  const [first, ...rest] = pages.map((page) => page.split("/").slice(0, -1));
  if (!first) return "";
  const length = rest.reduce((shared, folders) => {
    const differs = first.slice(0, shared).findIndex((name, at) => name !== folders[at]);
    return differs === -1 ? shared : differs;
  }, first.length);
  return first.slice(0, length).join("/");
}
