import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import * as fc from "fast-check";
import type { Compile } from "../../src/cli/environment.js";
import { run } from "../../src/cli/program.js";
import { compile } from "../../src/compile.js";
import { printOverrides } from "../../src/overrides/print-overrides.js";
import { type OverrideSeed, overrideSeed, overridesOf } from "../overrides/random-overrides.js";
import { editPages, type PageEdit, type PageTexts, pageEdit } from "./page-edits.js";
import { overridableOn } from "./page-sets.js";

/** What a user may do between two runs. */
export type Deed =
  | { readonly kind: "edit"; readonly edit: PageEdit }
  | { readonly kind: "add" | "move" | "remove" | "rename"; readonly number: number }
  | { readonly kind: "configure"; readonly dates: "Date" | "string" }
  | { readonly kind: "override"; readonly seeds: readonly OverrideSeed[] }
  | { readonly kind: "check" | "edit an output" | "lose the cache" | "wait" };

/** Deeds of all kinds, edits above all. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("edit" as const), edit: pageEdit }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("add", "move", "remove", "rename"), number: fc.nat() }),
  },
  fc.record({ kind: fc.constant("configure" as const), dates: fc.constantFrom("Date", "string") }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("override" as const), seeds: fc.array(overrideSeed, { maxLength: 20 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("check", "edit an output", "lose the cache", "wait") }) },
);

/** How a sequence of runs went. */
export interface Runs {
  /** Runs that compiled no page but the edited ones, or none at all. */
  readonly sparing: number;
  readonly all: number;
  /** Where a run left something else than a clean one; nothing where all is well. */
  readonly difference: string | undefined;
}

/** Runs the command line with its cache after each deed, and holds what it leaves against a run without a cache in another folder. */
export async function followDeeds(first: PageTexts, deeds: readonly Deed[]): Promise<Runs> {
  const root = mkdtempSync(join(tmpdir(), "modelmark-deeds-"));
  try {
    return await followDeedsIn(root, first, deeds);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function followDeedsIn(root: string, first: PageTexts, deeds: readonly Deed[]): Promise<Runs> {
  mkdirSync(join(root, ".git"));
  mkdirSync(join(root, "node_modules"));
  for (const [page, text] of first) write(join(root, docs, page), text);
  const runs = { sparing: 0, all: 0 };
  await generate(root, []);
  for (const each of deeds) {
    await act(root, first, each);
    const isWhole = await generate(root, []);
    runs.all += 1;
    if (!isWhole) runs.sparing += 1;
    rmSync(join(root, "clean"), { recursive: true, force: true });
    await generate(root, ["--no-cache", "--out", "clean"]);
    const [found, expected] = ["generated", "clean"].map((out) => textsBelow(join(root, out)));
    if (JSON.stringify(found) !== JSON.stringify(expected)) return { ...runs, difference: JSON.stringify(each) };
  }
  return { ...runs, difference: undefined };
}

const docs = "models-docs";

/** Runs the command line; whether it compiled all pages. */
async function generate(root: string, argv: readonly string[]): Promise<boolean> {
  let isWhole = false;
  const counted: Compile = (...args) => {
    isWhole = true;
    return compile(...args);
  };
  const silent = { write: () => undefined };
  await run(argv, { cwd: root, env: {}, stdout: silent, stderr: silent, compile: counted, generator: "real" });
  return isWhole;
}

async function act(root: string, first: PageTexts, { ...each }: Deed): Promise<void> {
  const pages = new Map(textsBelow(join(root, docs)));
  switch (each.kind) {
    case "edit":
      for (const [page, text] of editPages(pages, first, each.edit)) {
        if (pages.get(page) !== text) write(join(root, docs, page), text);
      }
      return;
    case "add":
      write(join(root, docs, `added/page${each.number % 4}.md`), chosenText(pages, each.number));
      return;
    case "remove":
      if (pages.size > 1) rmSync(join(root, docs, chosenPage(pages, each.number)));
      return;
    case "rename":
    case "move":
      move(join(root, docs), chosenPage(pages, each.number), each.kind);
      return;
    case "configure":
      write(join(root, "modelmark.config.json"), JSON.stringify({ dates: each.dates }));
      return;
    case "override":
      write(join(root, "modelmark.overrides.json"), printOverrides(overridesOf(each.seeds, overridableOn(pages))));
      return;
    case "check":
      await generate(root, ["check"]);
      return;
    case "edit an output":
      write(join(root, "generated/index.ts"), `${readFileSync(join(root, "generated/index.ts"), "utf8")}// Edited.\n`);
      return;
    case "lose the cache":
      rmSync(join(root, "node_modules/.cache"), { recursive: true, force: true });
      return;
    case "wait":
      // A run trusts what the file system says of files that were written long before it.
      for (const folder of [docs, "generated"]) age(join(root, folder));
      ageFile(join(root, "modelmark.overrides.json"));
  }
}

function move(folder: string, page: string, kind: "move" | "rename"): void {
  const to = join(folder, kind === "move" ? `moved/${page}` : page.replace(/(?=\.mdx?$)/, "x"));
  mkdirSync(dirname(to), { recursive: true });
  if (!existsSync(to)) renameSync(join(folder, page), to);
}

function chosenPage(pages: PageTexts, number: number): string {
  return [...pages.keys()][number % pages.size] ?? "";
}

function chosenText(pages: PageTexts, number: number): string {
  return pages.get(chosenPage(pages, number)) ?? "";
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The files below a folder, sorted by path. */
export function textsBelow(folder: string): readonly (readonly [file: string, text: string])[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return files.map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")]);
}

/** Makes files look as if they had been written long ago. */
function age(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true })) ageFile(join(folder, String(entry)));
}

function ageFile(file: string): void {
  const longAgo = Date.now() / 1000 - 3600;
  if (existsSync(file)) utimesSync(file, longAgo, longAgo);
}
