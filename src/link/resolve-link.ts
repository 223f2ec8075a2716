import type { Link } from "../model/link.js";
import { folderOf } from "../model/path.js";
import { climb, pathOf } from "./link-path.js";
import { findMisplaced } from "./misplaced-link.js";
import { keyOfName, type ModelIndex } from "./model-index.js";
import { namesakes, namespaceOf } from "./namesakes.js";
import { modelAt, nearest, type Resolution } from "./resolution.js";

/**
 * Finds the model that a link of a page means: by path, by the longest suffix below the root; where the path is wrong,
 * by the path in another case, by namespace and name, or in whatever folder where there is none as the path says.
 */
export function resolveLink(page: string, link: Link, index: ModelIndex): Resolution {
  const path = link.url === undefined ? undefined : pathOf(link.url);
  if (path === undefined) return link.url === undefined ? byName(page, link, index) : { kind: "dangling" };
  const target = climb(page, path);
  const { climbed, segments } = target;
  const direct = climbed === 0 ? index.byPage.get(segments.join("/")) : undefined;
  if (direct !== undefined) return { kind: "model", id: direct };
  const bySuffix = findSuffix(page, segments, climbed, index);
  if (bySuffix) return bySuffix;
  const elsewhere = findMisplaced(page, link, target, index);
  if (elsewhere) return elsewhere;
  return climbed > Math.max(0, segments.length - 1) ? { kind: "outside" } : { kind: "dangling" };
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
  const rootPage = climbed > 0 ? segments.slice(climbed).join("/") : "";
  for (let length = Math.min(segments.length, index.deepest); length > 1; length -= 1) {
    const best = index.byEnd().get(segments.slice(-length).join("/"));
    if (best) return best.includes(rootPage) ? modelAt(rootPage, index) : nearest(page, best, index);
  }
  return !rootPage.includes("/") && index.byPage.has(rootPage) ? modelAt(rootPage, index) : undefined;
}

/** A model by `ns.Name`: in the folder `ns`, or where no folder is called so in the folders above the page. */
function byName(page: string, link: Link, index: ModelIndex): Resolution {
  const namespace = namespaceOf(link);
  if (namespace === undefined) {
    const pages = index.byName.get(link.name) ?? [];
    const beside = inFolder(folderOf(page), link, index);
    return nearest(page, beside.length === 0 && link.sole && pages.length === 1 ? pages : beside, index);
  }
  const found = namesakes(link, index);
  if (found.length > 0) return nearest(page, found, index);
  if (index.folders.has(namespace)) return { kind: "dangling" };
  const own = folderOf(page);
  const parent = own.replace(/[^/]+\/$/, "");
  for (const folder of new Set(["", parent, own])) {
    const beside = inFolder(folder, link, index);
    if (beside.length > 0) return nearest(page, beside, index);
  }
  return { kind: "dangling" };
}

function inFolder(folder: string, link: Link, index: ModelIndex): readonly string[] {
  return index.byFolder.get(keyOfName(folder, link.name)) ?? [];
}
