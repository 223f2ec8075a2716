import type { Link } from "../model/link.js";
import type { ModelId } from "../model/model.js";
import { fileOf, folderOf } from "../model/path.js";
import type { ModelIndex } from "./model-index.js";

/** What a link leads to. */
export type Resolution =
  /** `misplaced`: the path is wrong, and one page alone can be meant. */
  | { readonly kind: "model"; readonly id: ModelId; readonly misplaced?: true }
  /** More than one page fits; `id` is that of the nearest, where one is nearest. */
  | { readonly kind: "ambiguous"; readonly id?: ModelId; readonly candidates: readonly string[] }
  | { readonly kind: "dangling" }
  /** The link climbs out of the docs root and does not come back. */
  | { readonly kind: "outside" };

/**
 * Finds the model that a link of a page means: by path, by the longest suffix below the root; where the path is wrong,
 * by the path in another case, by namespace and name, or in whatever folder where there is none as the path says.
 */
export function resolveLink(page: string, link: Link, index: ModelIndex): Resolution {
  const path = link.url === undefined ? undefined : pathOf(link.url);
  if (path === undefined) return link.url === undefined ? byName(page, link, index) : { kind: "dangling" };
  const { climbed, segments } = climb(page, path);
  const direct = climbed === 0 ? index.byPage.get(segments.join("/")) : undefined;
  if (direct !== undefined) return { kind: "model", id: direct };
  const bySuffix = findSuffix(page, segments, climbed, index);
  if (bySuffix) return bySuffix;
  const elsewhere = misplaced(page, link, segments, climbed, index);
  if (elsewhere) return elsewhere;
  return climbed > Math.max(0, segments.length - 1) ? { kind: "outside" } : { kind: "dangling" };
}

/** The page that a link with a wrong path can mean alone, or the pages between which its name leaves a choice. */
function misplaced(
  page: string,
  link: Link,
  segments: readonly string[],
  climbed: number,
  index: ModelIndex,
): Resolution | undefined {
  const path = segments.slice(climbed).join("/").toLowerCase();
  const sameFile = index.byFile.get(segments.at(-1)?.toLowerCase() ?? "") ?? [];
  const samePath = sameFile.filter((candidate) => candidate.toLowerCase() === path);
  const named = samePath.length === 1 ? samePath : namesakes(link, index);
  const found = named.length > 0 ? nearest(page, named, index) : inLostFolder(link, segments, sameFile, index);
  return found?.kind === "model" ? { ...found, misplaced: true } : found;
}

/** Where the docs have no folder as a path names it, the page of that file and name, if there is one alone. */
function inLostFolder(
  link: Link,
  segments: readonly string[],
  sameFile: readonly string[],
  index: ModelIndex,
): Resolution | undefined {
  const [only] = sameFile;
  if (only === undefined || sameFile.length > 1 || index.folders.has(segments.at(-2)?.toLowerCase() ?? "")) {
    return undefined;
  }
  const found = modelAt(only, index);
  const title = found.kind === "model" ? index.byId.get(found.id)?.name : undefined;
  return title?.toLowerCase() === link.name.toLowerCase() ? found : undefined;
}

/** The path of a relative URL to a page; nothing for other URLs. */
function pathOf(url: string): string | undefined {
  const path = decoded(url.replace(/[?#].*$/s, ""));
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || !/\.mdx?$/.test(path) ? undefined : path;
}

/** A path with its percent escapes taken back; one that has none, or broken ones, as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

interface Climb {
  /** How many folders above the docs root the path goes. */
  readonly climbed: number;
  /** What follows from there. */
  readonly segments: readonly string[];
}

function climb(page: string, path: string): Climb {
  const segments = path.startsWith("/") ? [] : page.split("/").slice(0, -1);
  let climbed = 0;
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) climbed += 1;
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return { climbed, segments };
}

/**
 * The page that ends with the longest part of a path. Its file name alone is enough only where the path comes back
 * into the root just there: a name is not a place.
 */
function findSuffix(
  page: string,
  segments: readonly string[],
  climbed: number,
  index: ModelIndex,
): Resolution | undefined {
  const file = segments.at(-1)?.toLowerCase() ?? "";
  const candidates = (index.byFile.get(file) ?? []).filter((candidate) => fileOf(candidate) === segments.at(-1));
  const shared = candidates.map((candidate) => ({ candidate, length: sharedEnd(candidate.split("/"), segments) }));
  const longest = Math.max(0, ...shared.map(({ length }) => length));
  const best = shared.filter(({ length }) => length === longest).map(({ candidate }) => candidate);
  const rootPage = climbed > 0 ? segments.slice(climbed).join("/") : "";
  if (best.includes(rootPage)) return modelAt(rootPage, index);
  return longest < 2 ? undefined : nearest(page, best, index);
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** A model by `ns.Name`: in the folder `ns`, or where no folder is called so in the folders above the page. */
function byName(page: string, link: Link, index: ModelIndex): Resolution {
  const pages = index.byName.get(link.name) ?? [];
  const namespace = namespaceOf(link);
  if (namespace === undefined) return nearest(page, sameFolder(pages, folderOf(page)), index);
  const found = namesakes(link, index);
  if (found.length > 0) return nearest(page, found, index);
  if (index.folders.has(namespace)) return { kind: "dangling" };
  const own = folderOf(page);
  const parent = own.replace(/[^/]+\/$/, "");
  for (const folder of new Set(["", parent, own])) {
    const beside = sameFolder(pages, folder);
    if (beside.length > 0) return nearest(page, beside, index);
  }
  return { kind: "dangling" };
}

/** The pages of a link's name in the folder that is called as its namespace. */
function namesakes(link: Link, index: ModelIndex): readonly string[] {
  const namespace = namespaceOf(link);
  return (index.byName.get(link.name) ?? []).filter((candidate) => folderName(candidate) === namespace);
}

function namespaceOf({ namespace }: Link): string | undefined {
  return namespace
    ?.split(/[.\\/]|::/)
    .at(-1)
    ?.toLowerCase();
}

function sameFolder(pages: readonly string[], folder: string): readonly string[] {
  return pages.filter((candidate) => folderOf(candidate) === folder);
}

function folderName(path: string): string {
  return path.split("/").at(-2)?.toLowerCase() ?? "";
}

/** The candidate that shares most folders with the page. */
function nearest(page: string, candidates: readonly string[], index: ModelIndex): Resolution {
  const [only] = candidates;
  if (only === undefined) return { kind: "dangling" };
  if (candidates.length === 1) return modelAt(only, index);
  const scored = candidates.map((candidate) => ({ candidate, shared: sharedStart(page, candidate) }));
  const most = Math.max(...scored.map(({ shared }) => shared));
  const best = scored.filter(({ shared }) => shared === most);
  const id = best.length === 1 && best[0] ? index.byPage.get(best[0].candidate) : undefined;
  return { kind: "ambiguous", candidates, ...(id === undefined ? {} : { id }) };
}

function sharedStart(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  let length = 0;
  while (length < left.length - 1 && left[length] === right[length]) length += 1;
  return length;
}

function modelAt(page: string, index: ModelIndex): Resolution {
  const id = index.byPage.get(page);
  return id === undefined ? { kind: "dangling" } : { kind: "model", id };
}
