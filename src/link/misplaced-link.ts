import type { Link } from "../model/link.js";
import type { LinkPath } from "./link-path.js";
import type { ModelIndex } from "./model-index.js";
import { namesakes } from "./namesakes.js";
import { modelAt, nearest, type Resolution } from "./resolution.js";

/** The page that a link with a wrong path can mean alone, or the pages between which its name leaves a choice. */
export function findMisplaced(
  page: string,
  link: Link,
  { segments, climbed }: LinkPath,
  index: ModelIndex,
): Resolution | undefined {
  const path = segments.slice(climbed).join("/").toLowerCase();
  const sameFile = index.byFile.get(segments.at(-1)?.toLowerCase() ?? "") ?? [];
  const samePath = index.byPath.get(path) ?? [];
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
