import fc from "fast-check";
import { expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Options } from "../../src/options.js";
import { fixtureCases, messageLine } from "../fixture-cases.js";
import { lines, pageModels } from "./page-models.js";
import { syntaxErrors } from "./parse-output.js";
import { printPage } from "./print-page.js";

/** Pieces of pages, which chance puts together wrongly. */
const pieces = [
  ...[
    "# Foo",
    "## Fields",
    "## Values",
    "## Supported Types",
    "## Example Usage",
    "### `string`",
    "### ",
    "#",
    "# ~~Old~~",
  ],
  ...[
    "| Field | Type | Required | Description |",
    "| Name | Value |",
    "| --- | --- | --- | --- |",
    "| --- | --- |",
    "|",
    "||",
  ],
  ...[
    "| `id` | *string* | :heavy_check_mark: | N/A |",
    "| `a` | Record<string, | :heavy_minus_sign: | N/A",
    "| `A` | a |",
  ],
  ...[
    "| `x` | [components.Foo](../../models/components/foo.md)[][] | yes | */ |",
    "| `y` | map[string][]*interface{}* |",
  ],
  ...[
    "```typescript",
    "```",
    "~~~",
    '"a" | 1 | Unrecognized<string>',
    "let value: Foo = { a: null, b: [",
    "const value: string = ;",
  ],
  ...[
    '- `"a"`',
    "- ",
    "> :warning: **DEPRECATED**: ",
    "---",
    "title: Foo",
    "===",
    "    code",
    "<!--",
    "<details>",
    "\uFEFF",
    "\u2028",
  ],
  ...[
    "{ a: new Date(",
    "*".repeat(300),
    "[".repeat(300),
    "*a_ ".repeat(100),
    "(".repeat(300),
    "`".repeat(99),
    "\0",
    "\t",
    "\\",
  ],
];

const markdown = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, lines),
        fc.constantFrom("\n", "\n\n", "\r\n", " ", ""),
      ),
    )
    .map((parts) => parts.flat().join("")),
);

const paths = fc.constantFrom(
  "foo.md",
  "components/foo.md",
  "components/foo.mdx",
  "a/b/foo.md",
  "utils/foo.md",
  "index.md",
);

it("takes any Markdown, and what it writes parses", () => {
  fc.assert(
    fc.property(fc.dictionary(paths, markdown, { minKeys: 1, maxKeys: 3 }), (pages) => {
      const { files, messages } = compile(Object.entries(pages).map(([path, value]) => ({ path, value })));
      expect(files.flatMap(syntaxErrors)).toEqual([]);
      expect(messages.map(({ ruleId }) => ruleId)).not.toContain("unsafe-output");
    }),
    { numRuns: 250 },
  );
});

it("takes any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (value) => {
      expect(() => compile([{ path: "components/foo.md", value }])).not.toThrow();
    }),
    { numRuns: 100 },
  );
});

/** Random models, and the pages of some fixtures in one docs folder. */
const manyPages = fc
  .tuple(pageModels, fc.subarray([...fixtureCases], { maxLength: 4 }))
  .map(([models, cases]): readonly SourcePage[] => [
    ...models.map(printPage),
    ...cases.flatMap(({ name, pages }) => pages.map((page) => ({ ...page, path: `${name}/${page.path}` }))),
  ]);

it("writes the same whatever the order of the pages", () => {
  fc.assert(
    fc.property(
      manyPages.chain((pages) =>
        fc.tuple(fc.constant(pages), fc.shuffledSubarray([...pages], { minLength: pages.length })),
      ),
      ([pages, shuffled]) => {
        const [one, other] = [compile(pages), compile(shuffled)];
        expect(other.files).toEqual(one.files);
        expect(other.messages.map(messageLine)).toEqual(one.messages.map(messageLine));
        expect(other.skipped).toEqual(one.skipped);
      },
    ),
    { numRuns: 30 },
  );
});

const options: fc.Arbitrary<Options> = fc.record(
  {
    nulls: fc.constantFrom("documented", "optional"),
    optional: fc.constantFrom("undefined", "exact"),
    dates: fc.constantFrom("Date", "string"),
    validators: fc.boolean(),
    unknownKeys: fc.constantFrom("allow", "reject"),
    importExtension: fc.constantFrom(".js", ".ts", ""),
    notations: fc.constant({ "components/**": "typescript" }),
    names: fc.record({
      properties: fc.constantFrom("documented", "camelCase", "snake_case"),
      overrides: fc.constant({ "Alpha.id": "key" }),
    }),
    externals: fc.constant({ Delta2: "@example/delta" }),
    rules: fc.constant({ "unread-page": "off" as const }),
  },
  { requiredKeys: [] },
);

it("leaves pages and options as they are, and writes the same twice", () => {
  fc.assert(
    fc.property(manyPages, options, (pages, chosen) => {
      const before = structuredClone({ pages, chosen });
      const frozen = pages.map((page) => Object.freeze(page));
      const first = compile(Object.freeze(frozen), deepFreeze(chosen));
      expect({ pages, chosen }).toEqual(before);
      expect(compile(pages, chosen).files).toEqual(first.files);
      expect(first.files.flatMap(syntaxErrors)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
