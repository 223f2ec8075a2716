import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { learnFromDocs } from "../../src/learn/docs/learn-docs.js";
import type { Proposal } from "../../src/learn/proposal.js";
import type { Schema } from "../../src/model/schema.js";

type Pages = Readonly<Record<string, string>>;

function schemaOf(pages: Pages, options = {}): Schema {
  return compile(
    Object.entries(pages).map(([path, value]) => ({ path, value })),
    options,
  ).schema;
}

function factsOf({ overrides }: Proposal): readonly string[] {
  return overrides.map(({ at, fact, value }) => `${at} ${fact} ${JSON.stringify(value)}`);
}

function page(
  name: string,
  ...rows: readonly (readonly [field: string, cell: string, isRequired?: boolean])[]
): string {
  const cells = rows.map(
    ([field, cell, isRequired]) =>
      `| \`${field}\` | ${cell} | :heavy_${isRequired ? "check_mark" : "minus_sign"}: | N/A |`,
  );
  return `# ${name}\n\n## Fields\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n${cells.join("\n")}\n`;
}

/** What a cell of a Python page proposes for a cell of a TypeScript page. */
function proposed(own: string, theirs: string, options = {}): readonly string[] {
  const ours = schemaOf({
    "components/foo.md": page("Foo", ["fooBar", own]),
    "components/other.md": page("Other", ["a", "*number*"]),
  });
  const others = schemaOf(
    { "models/foo.md": page("Foo", ["foo_bar", theirs]), "models/other.md": page("Other", ["a", "*str*"]) },
    { ...options, notations: { "**": "python" } },
  );
  return factsOf(learnFromDocs(ours, others)).map((fact) => fact.replace("components/foo.md#fooBar ", ""));
}

describe("what the cell of another language says", () => {
  it.each([
    ["nothing where both say the same", "*string*", "*Optional[str]*", []],
    ["null", "*string*", "*OptionalNullable[str]*", ["nullable true"]],
    ["null within a list", "*string*[]", "List[*Nullable[str]*]", ['type "Array<string | null>"']],
    ["a type where this page says none", "*any*", "List[*str*]", ['type "Array<string>"']],
    ["a type and its null", "*any*", "*Nullable[str]*", ["nullable true", 'type "string"']],
    ["a model by its counterpart here", "*any*", "[models.Other](./other.md)", ['type "*components.Other*"']],
    [
      "what is in a map where this page does not say it",
      "Record<string, *any*>",
      "Dict[str, *str*]",
      ['type "Record<string, string>"'],
    ],
    ["nothing where the types differ: one of the pages is of another release", "*string*", "*int*", []],
    ["nothing where neither page says a type", "*any*", "*Any*", []],
  ])("%s", (_name, own, theirs, expected) => {
    expect(proposed(own, theirs)).toEqual(expected);
  });

  it("takes nothing from a policy, which no page says", () => {
    expect(proposed("*string*", "*Optional[str]*", { nulls: "optional" })).toEqual([]);
  });

  it("takes neither presence nor names: each SDK fills defaults in, and names are the language's", () => {
    const ours = schemaOf({ "components/foo.md": page("Foo", ["fooBar", "*string*"]) });
    const others = schemaOf({ "models/foo.md": page("Foo", ["foo_bar", "*str*", true]) });
    expect(learnFromDocs(ours, others)).toEqual({ overrides: [], unmatched: [] });
  });
});

describe("which models are the same", () => {
  const nullable: readonly [string, string] = ["a", "*OptionalNullable[str]*"];
  const plain: readonly [string, string] = ["a", "*string*"];

  it("are those of one namespace and name", () => {
    const ours = schemaOf({ "red/foo.md": page("Foo", plain), "blue/foo.md": page("Foo", plain) });
    const others = schemaOf({ "red/foo.md": page("Foo", nullable), "blue/foo.md": page("Foo", ["a", "*str*"]) });
    expect(factsOf(learnFromDocs(ours, others))).toEqual(["red/foo.md#a nullable true"]);
  });

  it("are those of a name that both have once, whatever the folder", () => {
    const ours = schemaOf({ "components/foobar.md": page("FooBar", plain) });
    const others = schemaOf({ "models/foo_bar.md": page("Foo_bar", nullable) });
    expect(factsOf(learnFromDocs(ours, others))).toEqual(["components/foobar.md#a nullable true"]);
  });

  it("are none where a name stands twice: that is told", () => {
    const ours = schemaOf({ "red/foo.md": page("Foo", plain), "blue/foo.md": page("Foo", plain) });
    const others = schemaOf({ "models/foo.md": page("Foo", nullable) });
    expect(learnFromDocs(ours, others)).toEqual({
      overrides: [],
      unmatched: [{ source: "docs models/foo.md:1", reason: "no model here is called `Foo`" }],
    });
  });
});
