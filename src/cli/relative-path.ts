import path from "node:path";

/** The path of a file as it is from a folder, with `/` on every system. */
export function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, "/");
}
