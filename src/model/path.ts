/** The folder of a path with `/`, with its slash; the empty string at the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The last segment of a path with `/`. */
export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The file name in a link's URL without query, anchor and ending: `foo` of `../components/foo.md#fields`. */
export function stemOfUrl(url: string): string {
  return fileOf(url.replace(/[?#].*$/s, "")).replace(/\.mdx?$/, "");
}

/**
 * Whether a path stays below the folder that it starts from, on every system: Windows takes a backslash for a slash, and what
 * follows a letter and a colon for a path on another drive.
 */
export function isPathBelow(path: string): boolean {
  if (/[\\\0]/.test(path) || /^[a-z]:/i.test(path)) return false;
  return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
