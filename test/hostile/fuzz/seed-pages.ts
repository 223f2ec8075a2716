import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePage } from "../../../src/compile.js";
import { shared } from "../../corpus/corpora.js";
import { fixtureCases } from "../../fixture-cases.js";
import { taggedSets } from "./tagged-sets.js";

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

/** What cases are made from. */
export interface Seeds {
  readonly pages: readonly SeedPage[];
  /** Pages that refer to one another. */
  readonly sets: readonly (readonly SeedPage[])[];
}

/** The pages of the fixtures, of models-docs, and of real SDKs where these stand beside the repository. */
export function readSeeds(): Seeds {
  const fixtures = fixtureCases.map(({ pages }) => pages.map(seedOf));
  const docs = [join(repository, "models-docs"), ...corpusFolders()];
  const pages = [...fixtures.flat(), ...docs.flatMap((folder) => pagesBelow(folder, pagesOfEach))];
  const sets = [...fixtures, ...repeated(taggedSets), ...docs.flatMap((folder) => setsBelow(folder))];
  return {
    pages: pages.filter(({ text }) => text.length <= largest),
    sets: sets.filter((set) => set.length > 1 && set.length <= mostPages && sizeOf(set) <= largestSet),
  };
}

/** Larger sets are left out. */
const [mostPages, largestSet] = [6, 2500];

/** Tagged unions are few among the pages of SDKs, and much of what is emitted is for them. */
function repeated<Item>(items: readonly Item[]): readonly Item[] {
  return Array.from({ length: 8 }, () => items).flat();
}

function sizeOf(set: readonly SeedPage[]): number {
  return set.reduce((sum, { text }) => sum + text.length, 0);
}

/** A page without the blanks that pad its tables. */
function seedOf({ path, value }: SourcePage): SeedPage {
  const text = typeof value === "string" ? value : new TextDecoder("utf-8", { ignoreBOM: true }).decode(value);
  return { path, text: text.replace(/ {2,}(?=\|)/g, " ").replace(/-{4,}/g, "---") };
}

function pagesBelow(folder: string, limit: number): readonly SeedPage[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = entries.filter((path) => /\.mdx?$/.test(path)).sort();
  const step = Math.max(1, pages.length / limit);
  const chosen = pages.filter((_path, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  return chosen.map((path) => seedOf({ path, value: readFileSync(join(folder, path), "utf8") }));
}

function corpusFolders(): readonly string[] {
  const corpus = join(shared, "corpus");
  if (!existsSync(corpus)) return [];
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => join(corpus, name));
}

/** Some pages, each with the first pages that it links to. */
function setsBelow(folder: string): readonly (readonly SeedPage[])[] {
  return pagesBelow(folder, pagesOfEach).map((page) => {
    const links = [...page.text.matchAll(/\]\(([^):#]*\.mdx?)/g)].map(([, url]) => join(dirname(page.path), url ?? ""));
    const others = [...new Set(links)].filter((path) => path !== page.path && existsSync(join(folder, path)));
    const texts = others.slice(0, 3).map((path) => seedOf({ path, value: readFileSync(join(folder, path), "utf8") }));
    return [page, ...texts].map(({ path, text }) => ({ path: path.split("/").slice(-2).join("/"), text }));
  });
}
