import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourcePage } from "../../../src/compile.js";
import { readDocs, shared } from "../../corpus/corpora.js";
import { fixtureCases } from "../../fixture-cases.js";

/** Pages that are measured. */
export interface Pages {
  /** Where they come from, as the tables say it. */
  readonly origin: string;
  readonly pages: readonly SourcePage[];
  /** The folder of the docs below a project: the links of the pages lead through its name. */
  readonly docs: string;
}

const polar = join(shared, "corpus/polar-typescript/docs/models");
const atLeast = 1200;

/** The pages of a real SDK where they stand beside the repository, else the repository's own, repeated to as many. */
export function findPages(): Pages {
  if (existsSync(polar)) return { origin: "the pages of polar's SDK", pages: readDocs(polar), docs: "docs/models" };
  const own = fixturePages();
  const times = Math.ceil(atLeast / own.length);
  const origin = `${times} copies of the repository's fixtures, since the pages of polar's SDK are not beside it`;
  return { origin, pages: copiesOf(own, times), docs: "docs" };
}

/** Ten copies of the pages, in folders of their own; each holds `models` as the links expect it. */
export function tenfold({ origin, pages, docs }: Pages): Pages {
  const below = docs === "docs/models" ? "models/" : "";
  const moved = pages.map((page) => ({ ...page, path: `${below}${page.path}` }));
  return { origin: `ten copies of ${origin}`, pages: copiesOf(moved, 10), docs: "docs" };
}

/** Writes the pages below a project. */
export function writePages(project: string, { pages, docs }: Pages): void {
  for (const { path, value } of pages) {
    const file = join(project, docs, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, value);
  }
}

/** Copies in the folders `copy01`, `copy02` … */
export function copiesOf(pages: readonly SourcePage[], times: number): readonly SourcePage[] {
  const digits = Math.max(2, String(times).length);
  return Array.from({ length: times }, (_, at) => `copy${String(at + 1).padStart(digits, "0")}`).flatMap((copy) =>
    pages.map((page) => ({ ...page, path: `${copy}/${page.path}` })),
  );
}

const usual = /\/(?:descriptions|enum|nulls|object|recursion|typescript|union)-/;

/** The fixtures' pages in TypeScript's notation in which nothing is wrong. */
export function fixturePages(): readonly SourcePage[] {
  const cases = fixtureCases.filter(
    ({ name, messages, options }) => usual.test(name) && messages.length === 0 && Object.keys(options).length === 0,
  );
  return cases.flatMap(({ name, pages }) =>
    pages.map(({ path, value }) => ({ value, path: `${name.replace(/^.*\//, "")}/models/${path}` })),
  );
}
