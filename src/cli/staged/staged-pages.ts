import { limitsOf } from "../../diagnostics/limits.js";
import type { Finding } from "../../diagnostics/report.js";
import { readBlobs } from "../git/blobs.js";
import { type IndexEntry, isFileEntry, modes } from "../git/index-entries.js";
import { byCodeUnits, isHiddenName, isPageName, type PageFile, type Pages, requireFew } from "../pages.js";
import { followLink } from "./follow-link.js";
import { stagedOverridesId } from "./staged-overrides.js";
import type { Staging } from "./staging.js";

/** The staged pages with the names of their blobs, and what is called like one and is none. */
export interface StagedPages {
  /** Sorted by path, in code units. */
  readonly pages: readonly StagedPage[];
  readonly findings: readonly Finding[];
  /** What tells the staged overrides from others; nothing where there are none. */
  readonly overrides: string | undefined;
}

/** A staged page. */
export interface StagedPage {
  /** Below the docs folder. */
  readonly page: string;
  /** The name of its blob. */
  readonly id: string;
}

/** Lists the staged pages by the rules of `listPages`, without reading them. */
export function listStagedPages(staging: Staging): StagedPages {
  const { repository, docs, entries } = staging;
  const below = entries.filter((entry) => entry.path.startsWith(docs));
  const links = below.filter((entry) => entry.mode === modes.link);
  const targets = readBlobs(
    repository,
    links.map((link) => link.id),
  );
  const follow = followLink(repository.folder, docs, below, (id) => targets.get(id)?.toString());
  const found = new Map<string, StagedPage | Finding>();
  for (const entry of below) {
    const page = entry.path.slice(docs.length);
    const folder = page.split("/").slice(0, -1);
    if (page.split("/").some(isHiddenName)) continue;
    const called = folder.findIndex(isPageName);
    const each = called === -1 ? pageOf(page, entry, follow) : folderFinding(folder.slice(0, called + 1).join("/"));
    if (each) found.set(each.page, each);
  }
  const all = [...found.values()].sort((one, other) => byCodeUnits(one.page, other.page));
  return {
    pages: all.flatMap((each) => ("id" in each ? [each] : [])),
    findings: all.flatMap((each) => ("rule" in each ? [each] : [])),
    overrides: stagedOverridesId(staging),
  };
}

/** Reads staged pages. */
export function readStagedPages({ repository, settings }: Staging, { pages, findings }: StagedPages): Pages {
  requireFew(pages.length, limitsOf(settings.options));
  const blobs = readBlobs(
    repository,
    pages.map(({ id }) => id),
  );
  const read = pages.map(({ page, id }): PageFile | Finding => {
    const value = blobs.get(id);
    if (value) return { path: page, value };
    return {
      rule: "unreadable-file",
      page,
      reason: `Cannot read the file: the repository does not have its blob ${id}`,
    };
  });
  const missing = read.flatMap((each) => ("rule" in each ? [each] : []));
  const staged = new Map(read.flatMap((each) => ("value" in each ? [[each.path, each]] : [])));
  return {
    pages: [...staged.values()],
    findings: [...findings, ...missing].sort((one, other) => byCodeUnits(one.page, other.page)),
    again: (page) => staged.get(page) ?? { path: page, value: Buffer.alloc(0) },
  };
}

/** Staged pages whose bytes are read where they are asked for. */
export function unreadPages({ repository }: Staging, { pages }: StagedPages): readonly PageFile[] {
  return pages.map(({ page, id }) => ({
    path: page,
    get value() {
      return readBlobs(repository, [id]).get(id) ?? Buffer.alloc(0);
    },
  }));
}

function pageOf(
  page: string,
  entry: IndexEntry,
  follow: ReturnType<typeof followLink>,
): StagedPage | Finding | undefined {
  if (isFileEntry(entry)) return isPageName(page) ? { page, id: entry.id } : undefined;
  if (entry.mode === modes.submodule) return submoduleFinding(page);
  const target = follow(entry);
  switch (target.kind) {
    case "file":
      return isPageName(page) ? { page, id: target.id } : undefined;
    case "folder":
      return isPageName(page) ? folderFinding(page) : undefined;
    case "outside":
      if (!isPageName(page) && !target.isFolder) return undefined;
      return { rule: "outside-root", page, reason: "Unexpected symbolic link out of the docs folder" };
    case "nowhere":
      if (!isPageName(page)) return undefined;
      return {
        rule: "unreadable-file",
        page,
        reason: "Cannot read the file: its symbolic link leads to nothing staged",
      };
  }
}

function folderFinding(page: string): Finding {
  return { rule: "not-a-file", page, reason: "Unexpected folder, expected a file", actual: "folder" };
}

function submoduleFinding(page: string): Finding {
  if (isPageName(page)) {
    return { rule: "not-a-file", page, reason: "Unexpected submodule, expected a file", actual: "submodule" };
  }
  return {
    rule: "outside-root",
    page,
    reason: "Unexpected submodule in the docs folder: what is staged in it belongs to a repository of its own",
    mend: "Run modelmark for the pages of the submodule by themselves, or keep it out of the docs folder.",
  };
}
