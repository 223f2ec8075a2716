import fc from "fast-check";
import type { SourcePage } from "../../../src/compile.js";
import type { Options } from "../../../src/options.js";
import { edits } from "./edits.js";
import type { SeedPage, Seeds } from "./seed-pages.js";

/** A case as chance makes it: which pages, which edits of them, which options. */
export interface Plan {
  readonly pages: readonly { readonly seed: number; readonly path: number }[];
  readonly edits: readonly {
    readonly page: number;
    readonly edit: number;
    readonly one: number;
    readonly other: number;
  }[];
  readonly options: number;
  /** Which pages that refer to one another are taken instead, for one plan of three. */
  readonly set: number;
}

/** Pages and options of a case. */
export interface Case {
  readonly pages: readonly SourcePage[];
  readonly options: Options;
}

const number = fc.nat(99_999);

/** Plans; the fewer pages and edits, the simpler. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  pages: fc.oneof(
    { weight: 1, arbitrary: fc.array(fc.record({ seed: number, path: number }), { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(fc.record({ seed: number, path: number }), { minLength: 2, maxLength: 4 }) },
  ),
  edits: fc.array(fc.record({ page: number, edit: number, one: number, other: number }), {
    minLength: 1,
    maxLength: 7,
    size: "max",
  }),
  options: number,
  set: number,
});

const names = ["foo", "bar", "baz", "qux", "foo", "Foo", "foo-bar", "index", "constructor", "__proto__"];
const folders = [
  "components",
  "components",
  "components",
  "components",
  "operations",
  "models/shared",
  "Components",
  "",
];

const optionSets: readonly Options[] = [
  {},
  {},
  {},
  { validators: false },
  { validators: false },
  { nulls: "optional", optional: "exact", dates: "string" },
  { unknownKeys: "reject" },
  { names: { properties: "camelCase" } },
  { names: { properties: "snake_case" }, importExtension: ".ts" },
  { externals: { Foo: "@example/foo", Money: { from: "@example/money", guard: "isMoney" } }, importExtension: "" },
];

const ordered = Object.values(edits);

/** What a plan comes to. */
export function caseOf(plan: Plan, seeds: Seeds): Case {
  const pages = startOf(plan, seeds);
  const paths = pages.map(({ path }) => path);
  for (const { page, edit, one, other } of plan.edits) {
    const edited = pages[page % pages.length];
    const change = ordered[edit % ordered.length];
    if (!edited || !change) continue;
    edited.text = change(edited.text, {
      one,
      other,
      donor: seeds.pages[(one + other) % seeds.pages.length]?.text ?? "",
      paths,
    });
  }
  const distinct = new Map(pages.map(({ path, text }) => [path, { path, value: text }]));
  return { pages: [...distinct.values()], options: optionSets[plan.options % optionSets.length] ?? {} };
}

/** The pages as they are before the edits. */
function startOf({ pages, set }: Plan, seeds: Seeds): { path: string; text: string }[] {
  const linked = set % 3 === 2 ? seeds.sets[Math.floor(set / 3) % seeds.sets.length] : undefined;
  if (linked) return linked.map(({ path, text }) => ({ path, text }));
  return pages.map(({ seed, path }, at) => {
    const page = seeds.pages[seed % seeds.pages.length];
    return { path: pathOf(page, path, at), text: page?.text ?? "" };
  });
}

/** The seed's own path, or one that links of other pages may meet. */
function pathOf(seed: SeedPage | undefined, path: number, at: number): string {
  if (path % 4 === 0) return seed?.path ?? "foo.md";
  const folder = folders[path % folders.length] ?? "";
  const name = names[(path + at) % names.length] ?? "foo";
  return `${folder === "" ? "" : `${folder}/`}${name}.md${path % 9 === 1 ? "x" : ""}`;
}
