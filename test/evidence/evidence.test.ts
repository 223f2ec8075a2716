import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import { withSightings } from "../../src/evidence/apply-sightings.js";
import { decideModel } from "../../src/evidence/policy.js";
import { slots } from "../../src/evidence/slots.js";
import type { Source } from "../../src/model/fact.js";
import type { Options } from "../../src/options.js";
import { enumeration, field, object, primitive } from "../validators/schema-builder.js";
import { inferredFacts, nameOf } from "./inferred-facts.js";

const header = "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";
const row = (name: string, type: string, example = ""): string =>
  `| \`${name}\` | ${type} | :heavy_check_mark: | N/A | ${example} |\n`;

function page(title: string, rows: readonly string[], example?: string): SourcePage {
  const shown = example ? `## Example Usage\n\n\`\`\`typescript\nlet value: ${title} = ${example};\n\`\`\`\n\n` : "";
  return { path: `${title.toLowerCase()}.md`, value: `# ${title}\n\n${shown}## Fields\n\n${header}${rows.join("")}` };
}

const color: SourcePage = { path: "color.md", value: '# Color\n\n## Values\n\n```typescript\n"red" | "blue"\n```\n' };
const cat = page("Cat", [row("kind", '*"cat"*'), row("color", "[Color](color.md)"), row("lives", "*number*")]);
const dog = page("Dog", [row("kind", '*"dog"*'), row("color", "[Color](color.md)")]);
const animal: SourcePage = {
  path: "animal.md",
  value: "# Animal\n\n## Supported Types\n\n### `Cat`\n\n### `Dog`\n",
};
const all = { openEnums: true, stringsOrNumbers: true, extraKeys: true, absentKeys: false };

function factsOf(pages: readonly SourcePage[], evidence: Options["evidence"] = all): readonly string[] {
  const { schema } = compile([color, cat, dog, animal, ...pages], { evidence, validators: false });
  return inferredFacts(schema).map(nameOf).sort();
}

describe("an example", () => {
  const animals = [row("a", "[Animal](animal.md)"), row("n", "*string*[]")];

  it.each<readonly [string, readonly string[], string, readonly string[]]>([
    ["another value of an enum", [row("c", "[Color](color.md)")], '{ c: "pink" }', ["openEnums color.md"]],
    ["a number for a text", [row("t", "*string*")], "{ t: 1 }", ["stringsOrNumbers foo.md#t"]],
    ["a text for a number", [row("t", "*number*")], '{ t: "1" }', ["stringsOrNumbers foo.md#t"]],
    ["a number in a list of texts", animals, "{ n: [1] }", ["stringsOrNumbers foo.md#n[]"]],
    [
      "a text in a map of numbers",
      [row("m", "Record<string, *number*>")],
      '{ m: { a: "1" } }',
      ["stringsOrNumbers foo.md#m{}"],
    ],
    ["a key that no row names", [], "{ k: 1 }", []],
    ["a key beside rows", [row("t", "*string*")], '{ t: "a", k: 1 }', ["extraKeys foo.md"]],
    [
      "what the tag of a union leads to",
      animals,
      '{ a: { kind: "cat", color: "pink", lives: "9" } }',
      ["openEnums color.md", "stringsOrNumbers cat.md#lives"],
    ],
    [
      "null, text and number at once",
      [row("t", "*number*[]")],
      '{ t: [null, "1"] }',
      ["nulls foo.md#t[]", "stringsOrNumbers foo.md#t[]"],
    ],
  ])("proves %s", (_what, rows, example, facts) => {
    const seen = factsOf([page("Foo", rows, example)]);
    expect(seen).toEqual(facts.map((fact) => `${fact} seen at foo.md:6`));
  });

  it.each<readonly [string, readonly string[], string]>([
    ["which member of a union it is of", animals, '{ a: { color: "pink" } }'],
    ["a value of another kind than the enum's", [row("c", "[Color](color.md)")], "{ c: 1 }"],
    ["`true` for a text", [row("t", "*string*")], "{ t: true }"],
    ["a number for a decimal, a date or a literal", [row("d", "*Decimal*"), row("l", '*"a"*')], "{ d: 1, l: 1 }"],
    ["`undefined`", [row("t", "*number*")], "{ t: undefined }"],
  ])("does not prove %s", (_what, rows, example) => {
    expect(factsOf([page("Foo", rows, example)])).toEqual([]);
  });

  it("proves that a required key may be left out, on its page and where it leads to, but not the tag of a union", () => {
    const rows = [row("t", "*string*"), row("a", "[Animal](animal.md)"), row("d", "[Dog](dog.md)[]")];
    const pages = [page("Foo", rows, '{ a: { kind: "cat", lives: 9 }, d: [{ color: "red" }] }')];
    expect(factsOf(pages, {})).toEqual([
      "absentKeys cat.md#color seen at foo.md:6",
      "absentKeys foo.md#t seen at foo.md:6",
    ]);
    expect(factsOf(pages, { absentKeys: false })).toEqual([]);
    const messages = compile([color, cat, dog, animal, ...pages]).messages.map(String);
    expect(messages.filter((message) => message.includes("without `kind`"))).toHaveLength(1);
  });

  it("is believed of null and of left out keys alone by default, and of nothing where the configuration says so", () => {
    const pages = [page("Foo", [row("t", "*string*"), row("u", "*string*")], "{ t: 1, u: null, v: 1 }")];
    expect(factsOf(pages, {})).toEqual(["nulls foo.md#u seen at foo.md:6"]);
    expect(factsOf(pages, { nulls: false })).toEqual([]);
  });

  it("is told of by a rule where it is not believed, and by none where it is", () => {
    const pages = [color, page("Foo", [row("t", "*string*"), row("c", "[Color](color.md)")], '{ t: 1, c: "x", k: 1 }')];
    const told = (evidence: Options["evidence"]): number =>
      compile(pages, { evidence }).messages.filter(({ ruleId }) => ruleId === "example-mismatch").length;
    expect(told({})).toBe(3);
    expect(told(all)).toBe(0);
  });

  it("names the first page that shows a thing", () => {
    const pages = [page("B", [row("c", "[Color](color.md)")], '{ c: "x" }'), page("A", [], '{ c: "y" }')];
    const others = page("Z", [row("c", "[Color](color.md)")], '{ c: "z" }');
    expect(factsOf([...pages, others])).toContain("openEnums color.md seen at b.md:6");
  });
});

describe("an example cell", () => {
  it("proves null by JSON's word and by Go's, alone and within what it writes out", () => {
    const bar = page("Bar", [row("fullName", "*string*")]);
    const rows = [
      row("a", "*string*", "null"),
      row("b", "*number*", "<nil>"),
      row("c", "*string*", "None"),
      row("d", "*string*[]", '["x", null]'),
      row("e", "[Bar](bar.md)", '{"full_name": null}'),
    ];
    expect(factsOf([bar, page("Foo", rows)])).toEqual([
      "nulls bar.md#fullName seen at foo.md:11",
      "nulls foo.md#a seen at foo.md:7",
      "nulls foo.md#b seen at foo.md:8",
      "nulls foo.md#d[] seen at foo.md:10",
    ]);
    expect(factsOf([bar, page("Foo", rows)], { exampleCells: false })).toEqual([]);
  });

  it("proves nothing else, and nothing of keys that two fields could mean", () => {
    const bar = page("Bar", [row("a_b", "*string*"), row("aB", "*string*")]);
    const rows = [row("c", "[Color](color.md)", "pink"), row("e", "[Bar](bar.md)", '{"a-b": null, "k": 1}')];
    expect(factsOf([bar, page("Foo", rows)])).toEqual([]);
  });
});

describe("what an override says", () => {
  const override = { origin: "override" } as const;
  const shown: Source = { origin: "example", page: "foo.md" };

  it("is left as it is: null, a type, what other keys hold, whether an enum is open", () => {
    const text = field("a", primitive("string"), "optional");
    const overridden = {
      ...object("Foo", [
        { ...text, nullability: { value: "no", source: override } },
        { ...field("c", primitive("string")), presence: { value: "required", source: override } },
        { ...field("b", primitive("string")), type: { value: primitive("string"), source: override } },
      ]),
      additional: { value: primitive("string"), source: override },
    };
    const seen = new Map([
      [slots.part(0), shown],
      [slots.absent(slots.part(1)), shown],
      [slots.otherScalar(slots.part(2)), shown],
      [slots.additional, shown],
      [slots.otherKey, shown],
    ]);
    expect(withSightings(overridden, seen)).toEqual(overridden);
    expect(decideModel(overridden, { nulls: "optional" })).toEqual(overridden);
    const closed = { ...enumeration("Color", ["red"]), openSource: override };
    expect(withSightings(closed, new Map([[slots.otherValue, shown]]))).toBe(closed);
  });
});
