import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePage } from "../../../src/compile.js";
import { shared } from "../../corpus/corpora.js";
import { fixtureCases } from "../../fixture-cases.js";

/** A page that cases are made from, small so that many can be tried. */
export interface SeedPage {
  readonly path: string;
  readonly text: string;
}

/** Larger pages are left out. */
const largest = 900;

/** How many pages of each SDK's docs, evenly spread, are taken. */
const pagesOfEach = 60;

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The pages of the fixtures, of models-docs, and of real SDKs where these stand beside the repository. */
export const seedPages: readonly SeedPage[] = [
  ...fixtureCases.flatMap(({ pages }) => pages.map(seedOf)),
  ...pagesBelow(join(repository, "models-docs")),
  ...corpusPages(),
].filter(({ text }) => text.length <= largest);

/** A page without the blanks that pad its tables. */
function seedOf({ path, value }: SourcePage): SeedPage {
  const text = typeof value === "string" ? value : new TextDecoder("utf-8", { ignoreBOM: true }).decode(value);
  return { path, text: text.replace(/ {2,}(?=\|)/g, " ").replace(/-{4,}/g, "---") };
}

function pagesBelow(folder: string, limit = Number.POSITIVE_INFINITY): readonly SeedPage[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = entries.filter((path) => /\.mdx?$/.test(path)).sort();
  const step = Math.max(1, pages.length / limit);
  const chosen = pages.filter((_path, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  return chosen.map((path) => seedOf({ path, value: readFileSync(join(folder, path), "utf8") }));
}

function corpusPages(): readonly SeedPage[] {
  const corpus = join(shared, "corpus");
  if (!existsSync(corpus)) return [];
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => pagesBelow(join(corpus, name), pagesOfEach));
}
