import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import { relatedOf } from "../../src/diagnostics/report.js";
import type { Options } from "../../src/options.js";

const header = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const row = (name: string, type: string, mark = ":heavy_check_mark:"): string =>
  `| \`${name}\` | ${type} | ${mark} | N/A |\n`;
const optional = ":heavy_minus_sign:";

function example(type: string, value: string): string {
  return `## Example Usage\n\n\`\`\`typescript\nlet value: ${type} = ${value};\n\`\`\`\n\n`;
}

function object(title: string, rows: readonly string[], value?: string): SourcePage {
  const shown = value === undefined ? "" : example(title, value);
  return { path: `${title.toLowerCase()}.md`, value: `# ${title}\n\n${shown}## Fields\n\n${header}${rows.join("")}` };
}

function union(title: string, members: readonly string[], value?: string): SourcePage {
  const shown = value === undefined ? "" : example(title, value);
  const headings = members.map((member) => `\n### \`${member}\`\n`).join("");
  return { path: `${title.toLowerCase()}.md`, value: `# ${title}\n\n${shown}## Supported Types\n${headings}` };
}

const cat = object("Cat", [row("kind", '*"cat"*'), row("lives", "*number*")]);
const dog = object("Dog", [row("kind", '*"dog"*'), row("tricks", "*string*[]", optional)]);
const kind: SourcePage = { path: "kind.md", value: '# Kind\n\n## Values\n\n```typescript\n"a" | "b"\n```\n' };
const beside = [cat, dog, kind, union("Animal", ["Cat", "Dog"])];

function toldOf(page: SourcePage): readonly string[] {
  return compile([...beside, page])
    .messages.filter(({ file, ruleId }) => file === page.path && ruleId?.startsWith("example-"))
    .map((message) => {
      const [other] = relatedOf(message);
      return `${message.line}:${message.column} ${message.reason} → ${other?.page}:${other?.place.start.line}`;
    });
}

describe("a page's example", () => {
  it.each([
    [
      "number, text, lists and maps",
      '{ a: 1, b: ["x"], c: { k: true } }',
      [row("a", "*number*"), row("b", "*string*[]"), row("c", "Record<string, *boolean*>")],
    ],
    ["no optional key", "{}", [row("a", "*number*", optional)]],
    ["a value of an enum", '{ a: "b" }', [row("a", "[Kind](kind.md)")]],
    ["a null, which proves itself", "{ a: null }", [row("a", "*number*")]],
    ["one of several types", '{ a: { kind: "dog" } }', [row("a", "[Animal](animal.md)")]],
    [
      "keys that no field names, where others may be there",
      "{ b: 1 }",
      [row("additionalProperties", "Record<string, *any*>", optional)],
    ],
  ])("that fits is not told of: %s", (_what, value, rows) => {
    expect(toldOf(object("Foo", rows, value))).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[], string]>([
    [
      "another primitive",
      "{\n  a: true,\n}",
      [row("a", "*number*")],
      "7:6 Unexpected `true` in the example, expected a number → foo.md:15",
    ],
    [
      "an item of a list",
      '{\n  a: ["x", 1],\n}',
      [row("a", "*string*[]")],
      "7:12 Unexpected `1` in the example, expected a text → foo.md:15",
    ],
    [
      "no list",
      "{\n  a: 1,\n}",
      [row("a", "*string*[]")],
      "7:6 Unexpected `1` in the example, expected a list → foo.md:15",
    ],
    [
      "no value of an enum",
      '{\n  a: "c",\n}',
      [row("a", "[Kind](kind.md)")],
      '7:6 Unexpected `"c"` in the example, expected a value of `Kind` → kind.md:1',
    ],
    [
      "a constant that is missing",
      "{\n}",
      [row("a", '*"x"*')],
      "6:18 Unexpected object without `a` in the example, expected the required field `a` → foo.md:14",
    ],
    [
      "a key that no field names",
      "{\n  b: 1,\n}",
      [row("a", "*number*", optional)],
      "7:3 Unexpected key `b` in the example, expected a field of `Foo` → foo.md:1",
    ],
    [
      "a field of another page",
      '{\n  a: { kind: "cat", lives: "9" },\n}',
      [row("a", "[Cat](cat.md)")],
      '7:28 Unexpected `"9"` in the example, expected a number → cat.md:8',
    ],
    [
      "the member that its tag says",
      '{\n  a: { kind: "cat", lives: "9" },\n}',
      [row("a", "[Animal](animal.md)")],
      '7:28 Unexpected `"9"` in the example, expected a number → cat.md:8',
    ],
    [
      "no member",
      '{\n  a: { kind: "cow" },\n}',
      [row("a", "[Animal](animal.md)")],
      "7:6 Unexpected object in the example, expected one of the 2 types of `Animal` → animal.md:1",
    ],
    [
      "text for a date",
      '{\n  a: "2020-01-01",\n}',
      [row("a", "[Date](https://developer.mozilla.org/Date)")],
      '7:6 Unexpected `"2020-01-01"` in the example, expected a `Date` → foo.md:15',
    ],
    [
      "a class of the SDK",
      '{\n  a: new RFCDate("2020-01-01"),\n}',
      [row("a", "[RFCDate](types/rfcdate.md)")],
      "7:6 Unexpected `RFCDate` in the example, expected a calendar date as text → foo.md:15",
    ],
    [
      "a class in a choice that nothing else decides",
      '{\n  a: new RFCDate("2020-01-01"),\n}',
      [row("a", "[RFCDate](types/rfcdate.md) \\| *number*")],
      "7:6 Unexpected `RFCDate` in the example, expected a calendar date as text → foo.md:15",
    ],
  ])("that does not fit is told of at its place, with what it breaks: %s", (_what, value, rows, told) => {
    expect(toldOf(object("Foo", rows, value))).toEqual([told]);
  });

  it.each(["[RFCDate](types/rfcdate.md)", "*Decimal*"])("is no class where it is `undefined` for %s", (type) => {
    const { messages } = compile([object("Foo", [row("a", type)], "{ a: undefined }")]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["example-mismatch"]);
  });

  it("may be `NaN` where a number stands", () => {
    expect(toldOf(object("Foo", [row("a", "*number*")], "{ a: NaN }"))).toEqual([]);
  });

  it("may have keys of several members, as the compiler has it", () => {
    expect(
      toldOf(object("Foo", [row("a", "[Animal](animal.md)")], '{ a: { kind: "cat", lives: 9, tricks: [] } }')),
    ).toEqual([]);
  });

  it("is told of at most ten times", () => {
    const keys = Array.from({ length: 500 }, (_, at) => `k${at}: 1`).join(", ");
    expect(toldOf(object("Foo", [row("a", "*number*", optional)], `{ ${keys} }`))).toHaveLength(10);
  });

  it("of a union that names its members twice at every level is followed in no time", () => {
    const levels = Array.from({ length: 12 }, (_, at) =>
      ["L", "R"].map((side) => union(`${side}${at}`, [`L${at + 1}`, `R${at + 1}`])),
    ).flat();
    const ends = ["L12", "R12"].map((title) => object(title, [row("a", "*number*")]));
    const items = Array.from({ length: 2000 }, () => '{ a: "x" }').join(", ");
    const page = object("Foo", [row("a", "[L0](l0.md)[]")], `{ a: [${items}] }`);
    const start = performance.now();
    const { messages } = compile([...levels, ...ends, page]);
    expect(messages.filter(({ ruleId }) => ruleId === "example-mismatch")).toHaveLength(10);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("an example cell", () => {
  const wide = "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";
  const told = (type: string, cell: string): readonly string[] =>
    toldOf({
      path: "foo.md",
      value: `# Foo\n\n## Fields\n\n${wide}| \`a\` | ${type} | :heavy_check_mark: | N/A | ${cell} |\n`,
    });

  it.each([
    ["*number*", "-1.5e3"],
    ["*number*", "<nil>"],
    ["*boolean*", "true"],
    ["*string*", "[1, 2]"],
    ["*string*[]", '[<br/>"a"<br/>]'],
    ["*string*[]", "[ not JSON ]"],
    ["Record<string, *number*>", '{<br/>"a": 1<br/>}'],
    ["[Kind](kind.md)", "b"],
    ["[Kind](kind.md)", "**Example 1:** a<br/>**Example 2:** b"],
    ["[Cat](cat.md)", '{ "any_key": 1 }'],
    ["[Animal](animal.md)", "{}"],
    ["[Date](https://developer.mozilla.org/Date)", "2020-01-01T00:00:00Z"],
    ["[RFCDate](types/rfcdate.md)", "2020-01-01"],
    ["*any*", "whatever"],
  ])("of %s may be %s", (type, cell) => {
    expect(told(type, cell)).toEqual([]);
  });

  it.each([
    ["*number*", "many", "expected a number"],
    ["*boolean*", "yes", "expected `true` or `false`"],
    ["*string*[]", "a", "expected a list: `[…]`, of a text"],
    ["*number*[]", '["a"]', "expected a list: `[…]`, of a number"],
    ["Record<string, *number*>", "1", "expected an object: `{…}`"],
    ["[Kind](kind.md)", "**Example 1:** a<br/>**Example 2:** c", "expected a value of `Kind`"],
    ["[Cat](cat.md)", "Tom", "expected an object of `Cat`: `{…}`"],
    ["[Animal](animal.md)", "Tom", "expected a value of `Animal`"],
    ["[Date](https://developer.mozilla.org/Date)", "soon", "expected a time as ISO 8601 has it"],
    ["[RFCDate](types/rfcdate.md)", "01/02/2020", "expected a date as `2025-01-31`"],
  ])("of %s is not %s", (type, cell, expected) => {
    const [first = "", ...others] = told(type, cell);
    expect(others).toEqual([]);
    expect(first).toContain(expected);
    expect(first).toMatch(/→ foo\.md:7$/);
  });

  it("may leave out a key whose default is known, in a member of a union, too", () => {
    const rows = [row("a", "*number*"), row("b", "[Animal](animal.md)")];
    const page = object("Foo", rows, '{ b: { kind: "cat" } }');
    const overrides = [
      { at: "foo.md#a", fact: "default", value: 1 },
      { at: "cat.md#lives", fact: "default", value: 9 },
    ] as const;
    const told = (options: Options): readonly (string | undefined)[] =>
      compile([...beside, page], { ...options, evidence: { absentKeys: false } }).messages.map(({ ruleId }) => ruleId);
    expect(told({})).toEqual(["example-mismatch", "example-mismatch"]);
    expect(told({ overrides })).toEqual([]);
  });
});
