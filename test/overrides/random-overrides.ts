import * as fc from "fast-check";
import type { Override, WrittenOverride } from "../../src/overrides/override.js";
import { parseOverrides } from "../../src/overrides/parse-overrides.js";
import { printOverrides } from "../../src/overrides/print-overrides.js";

/** A page that may be overridden: its path, the name of its model with its namespace, and the names of its rows. */
export interface Overridable {
  readonly path: string;
  readonly model: string;
  readonly fields: readonly string[];
}

/** What a random override says; numbers choose among what there is. */
export interface OverrideSeed {
  readonly page: number;
  readonly field: number | undefined;
  readonly fact: Override["fact"];
  readonly isTrue: boolean;
  readonly type: string;
  readonly model: number;
}

const facts: readonly Override["fact"][] = [
  ...(["nullable", "required", "type", "additional", "format", "default", "wireName", "values", "open"] as const),
];

const types = [
  "*string*",
  "Array<@>",
  "*string* | *number* | null",
  "Record<string, @ | null>",
  "@ | @",
  "@[] | null",
  '*"a"*',
  "null",
  "*any*",
  "Date",
  "*nowhere.Foo*",
  "Map<",
];

/** Overrides of all facts, most of them of fields. */
export const overrideSeed: fc.Arbitrary<OverrideSeed> = fc.record({
  page: fc.nat(),
  field: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
  fact: fc.constantFrom(...facts, "type", "nullable"),
  isTrue: fc.boolean(),
  type: fc.constantFrom(...types),
  model: fc.nat(),
});

/** The overrides that seeds say of what there is, each fact once, as a file holds them. */
export function overridesOf(seeds: readonly OverrideSeed[], there: readonly Overridable[]): readonly WrittenOverride[] {
  const all = seeds.map((seed) => overrideOf(seed, there));
  const unique = new Map(all.map((override) => [`${override.fact} ${override.at}`, override]));
  return parseOverrides(printOverrides([...unique.values()]), "overrides.json", "../overrides.json").overrides;
}

function overrideOf(seed: OverrideSeed, there: readonly Overridable[]): Override {
  const { page, field, fact, isTrue } = seed;
  const { path, fields } = chosen(there, page) ?? { path: "gone.md", fields: [] };
  const at = field === undefined ? path : `${path}#${chosen([...fields, ...fields, "gone"], field)}`;
  const model = chosen(there, seed.model)?.model ?? "gone.Gone";
  const source = isTrue ? "types */ a.ts:1" : undefined;
  switch (fact) {
    case "nullable":
    case "required":
    case "open":
      return { at, fact, value: isTrue, source };
    case "type":
    case "additional":
      return { at, fact, value: seed.type.replaceAll("@", `*${model}*`), source };
    case "values":
      return { at, fact, value: ["a", isTrue ? 1 : "b"], source };
    case "format":
    case "wireName":
      return { at, fact, value: isTrue ? "uuid" : "*/ __proto__", source };
    case "default":
      return { at, fact, value: isTrue ? null : { a: ["*/"] }, source };
  }
}

function chosen<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(1, items.length)];
}
