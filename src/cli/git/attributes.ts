import { type GitPlace, runGit } from "./git.js";

/** The attributes that let git store a text with LF alone as other bytes than its own. */
const attributes = ["filter", "ident", "working-tree-encoding"];

/** The paths that git stores as other bytes than those of the working tree, be their line ends what they may. */
export function filteredPaths(place: GitPlace, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const said = runGit(place, ["check-attr", "--cached", "--stdin", "-z", ...attributes], `${paths.join("\0")}\0`);
  const words = said.toString().split("\0");
  const isFiltered = (at: number): boolean => words[at + 2] !== "unspecified" && words[at + 2] !== "unset";
  return new Set(words.flatMap((word, at) => (at % 3 === 0 && at + 2 < words.length && isFiltered(at) ? [word] : [])));
}

/** The name of the blob that git stores for a text at a path, through its filters; `write` puts it into the repository. */
export function filteredId(place: GitPlace, path: string, text: string, write: boolean): string {
  const flags = write ? ["-w"] : [];
  return runGit(place, ["hash-object", ...flags, "--stdin", `--path=${path}`], text)
    .toString()
    .trim();
}

/** The text that a blob at a path stands for, through its filters, with LF alone. */
export function filteredText(place: GitPlace, path: string, id: string): Buffer {
  const bytes = runGit(place, ["cat-file", "--filters", `--path=${path}`, id]);
  return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
