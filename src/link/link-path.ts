/** The path of a relative URL to a page; nothing for other URLs. */
export function pathOf(url: string): string | undefined {
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

/** A path as seen from the docs root. */
export interface LinkPath {
  /** How many folders above the docs root the path goes. */
  readonly climbed: number;
  /** What follows from there. */
  readonly segments: readonly string[];
}

/** Where a path leads from a page. */
export function climb(page: string, path: string): LinkPath {
  const segments = path.startsWith("/") ? [] : page.split("/").slice(0, -1);
  let climbed = 0;
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) climbed += 1;
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return { climbed, segments };
}
