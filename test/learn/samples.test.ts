import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Proposal } from "../../src/learn/proposal.js";
import { learnFromSamples } from "../../src/learn/samples/learn-samples.js";

const fields = "## Fields\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n";

function row(name: string, cell: string, isRequired: boolean = false): string {
  return `| \`${name}\` | ${cell} | :heavy_${isRequired ? "check_mark" : "minus_sign"}: | N/A |\n`;
}

function learn(pages: Readonly<Record<string, string>>, texts: readonly string[], model: string = "Foo"): Proposal {
  const { schema } = compile(Object.entries(pages).map(([path, value]) => ({ path, value })));
  return learnFromSamples(
    schema,
    texts.map((text, at) => ({ file: `${at}.json`, text, model })),
  );
}

function factsOf({ overrides }: Proposal): readonly string[] {
  return overrides.map(({ at, fact, value }) => `${at.replace(/.*\//, "")} ${fact} ${JSON.stringify(value)}`);
}

function factsFor(cell: string, ...values: readonly unknown[]): readonly string[] {
  const pages = { "components/foo.md": `# Foo\n\n${fields}${row("bar", cell)}` };
  return factsOf(
    learn(
      pages,
      values.map((bar) => JSON.stringify({ bar })),
    ),
  ).map((fact) => fact.replace("foo.md#bar ", ""));
}

describe("what payloads prove of a field", () => {
  it.each([
    ["nothing where they are as the page says", "*string*", ["a"], []],
    ["null", "*string*", ["a", null], ["nullable true"]],
    ["nothing of null where anything may be", "*any*", [null], []],
    ["null within a list", "*string*[]", [["a", null]], ['type "Array<string | null>"']],
    ["null within a map", "Record<string, *string*>", [{ a: null }], ['type "Record<string, string | null>"']],
    ["a text beside a number", "*number*", [1, "2"], ['type "number | string"']],
    ["a number beside a text", "*string*", [1], ['type "string | number"']],
    ["a truth beside a choice", "*string* \\| *number*", [true], ['type "string | number | boolean"']],
    ["a text within a list of numbers", "*number*[]", [["1"]], ['type "Array<number | string>"']],
    ["nothing where a big integer is text or number", "*BigInt*", [1, "1"], []],
    ["nothing where a decimal is text or number", "*Decimal*", [1, "1"], []],
    ["nothing where a date is text", "[Date](https://developer.mozilla.org/Date)", ["2024-01-01T00:00:00Z"], []],
    ["nothing of an object where a text is expected", "*string*", [{ a: 1 }], []],
  ])("%s", (_name, cell, values, expected) => {
    expect(factsFor(cell, ...values)).toEqual(expected);
  });

  it("that its key may be absent, and never that it must be there", () => {
    const pages = { "components/foo.md": `# Foo\n\n${fields}${row("a", "*string*", true)}${row("b", "*string*")}` };
    expect(factsOf(learn(pages, ['{"a":"x","b":"y"}', '{"b":"y"}']))).toEqual(["foo.md#a required false"]);
    expect(factsOf(learn(pages, ['{"a":"x","b":"y"}']))).toEqual([]);
  });

  it("nothing by an envelope, none of whose keys is a field", () => {
    const pages = { "components/foo.md": `# Foo\n\n${fields}${row("a", "*string*", true)}` };
    const proposal = learn(pages, ['{"data":{"a":"x"}}']);
    expect(factsOf(proposal)).toEqual([]);
    expect(proposal.unmatched.map(({ reason }) => reason)).toEqual(["no field of components/foo.md is called `data`"]);
  });

  it("its key in JSON, where the samples have one alone that is called like it", () => {
    const pages = { "components/foo.md": `# Foo\n\n${fields}${row("fooBar", "*string*")}${row("b", "*string*")}` };
    expect(factsOf(learn(pages, ['{"foo_bar":"x"}']))).toEqual(['foo.md#fooBar wireName "foo_bar"']);
    expect(factsOf(learn(pages, ['{"foo_bar":"x"}', '{"fooBar":"x"}']))).toEqual([]);
    expect(factsOf(learn(pages, ["{}"]))).toEqual([]);
  });
});

describe("where payloads lead", () => {
  const tagged = (name: string, tag: string): string =>
    `# ${name}\n\n${fields}${row("kind", `*"${tag}"*`, true)}${row("note", "*string*")}`;
  const pages = {
    "components/foo.md": `# Foo\n\n${fields}${row("parts", "[components.Part](./part.md)[]")}${row("state", "[components.State](./state.md)")}`,
    "components/part.md":
      "# Part\n\n## Supported Types\n\n### `components.A`\n\n```typescript\nconst value: components.A = {};\n```\n\n### `components.B`\n\n```typescript\nconst value: components.B = {};\n```\n",
    "components/a.md": tagged("A", "a"),
    "components/b.md": tagged("B", "b"),
    "components/state.md": "# State\n\n## Values\n\n| Name | Value |\n|---|---|\n| `On` | on |\n",
  };

  it("into the member of a union that the tag names", () => {
    const text = '{"parts":[{"kind":"a","note":"x"},{"kind":"b","note":null}]}';
    expect(factsOf(learn(pages, [text]))).toEqual(["b.md#note nullable true"]);
  });

  it("into no member where more than one can be meant", () => {
    expect(factsOf(learn(pages, ['{"parts":[{"note":null}]}']))).toEqual([]);
  });

  it("to an enum, which other values open", () => {
    expect(learn(pages, ['{\n  "state": "off"\n}']).overrides).toEqual([
      { at: "components/state.md", fact: "open", value: true, source: "samples 0.json:2:12", confidence: "observed" },
    ]);
  });

  it("through a list of payloads, and a model that is named by its page or its namespace", () => {
    for (const model of ["components/a.md", "components.A", "A"]) {
      expect(factsOf(learn(pages, ['[{"kind":"a","note":null}]'], model))).toEqual(["a.md#note nullable true"]);
    }
  });

  it("to nothing where a key is no field's: that is told", () => {
    const { unmatched } = learn(pages, ['{"state":"on","newer":1}']);
    expect(unmatched).toEqual([
      { source: "samples 0.json:1:15", reason: "no field of components/foo.md is called `newer`" },
    ]);
  });

  it("to nothing where the model is unknown or the text is no JSON: that is told", () => {
    expect(learn(pages, ["{}"], "Nobody").unmatched).toEqual([
      { source: "samples 0.json", reason: "no model is called `Nobody`" },
    ]);
    expect(learn(pages, ["{ a: 1 }"]).unmatched).toEqual([
      {
        source: "samples 0.json",
        reason: "Unexpected text at 1:3, expected a key in double quotes or `}`",
        isUnread: true,
      },
    ]);
    const two = {
      "a/foo.md": `# Foo\n\n${fields}${row("b", "*string*")}`,
      "b/foo.md": `# Foo\n\n${fields}${row("b", "*string*")}`,
    };
    expect(learn(two, ["{}"]).unmatched).toEqual([
      { source: "samples 0.json", reason: "more than one model is called `Foo`" },
    ]);
  });
});

describe("payloads that are odd", () => {
  const pages = { "components/foo.md": `# Foo\n\n${fields}${row("__proto__", "*string*")}${row("bar", "*string*")}` };

  it.each([
    ["keys of Object.prototype", '{"__proto__":null,"constructor":1}', ["foo.md#__proto__ nullable true"]],
    ["a byte order mark", '\ufeff{"bar":null}', ["foo.md#bar nullable true"]],
    ["tabs and no blanks", '\t{"bar":null,\t"x":[1,2]}', ["foo.md#bar nullable true"]],
    ["escapes", '{"b\\u0061r":null,"x":"\\ud83d\\ude00 \\/ \\ud800"}', ["foo.md#bar nullable true"]],
    ["a key twice, of which the last counts", '{"bar":null,"bar":"x"}', []],
    ["what YAML takes for more than JSON", '{"bar":"*a","x":"<<","y":"~","z":"2024-01-01"}', []],
  ])("are read: %s", (_name, text, expected) => {
    expect(factsOf(learn(pages, [text]))).toEqual(expected);
  });

  it("are refused where they nest too deep", () => {
    const { unmatched } = learn(pages, ["[".repeat(100_000) + "]".repeat(100_000)]);
    expect(unmatched.map(({ reason }) => reason)).toEqual([
      "Unexpected text at 1:65, expected a value that nests at most 64 deep",
    ]);
  });
});
