import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { type OpenApiDocument, readDocument } from "../../src/learn/openapi/document.js";
import { learnFromOpenApi } from "../../src/learn/openapi/learn-openapi.js";
import type { Proposal } from "../../src/learn/proposal.js";

const header = "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n";

/** What a document proposes for a page with one optional field `bar`, and for pages beside it. */
function proposalFor(
  cell: string,
  schema: unknown,
  more: Readonly<Record<string, string>> = {},
  others = {},
): Proposal {
  const row = `| \`bar\` | ${cell} | :heavy_minus_sign: | N/A |\n`;
  const pages = { "components/foo.md": header + row, ...more };
  const schemas = { Foo: { type: "object", properties: { bar: schema } }, ...others };
  return learn(pages, { openapi: "3.1.0", components: { schemas } });
}

function learn(pages: Readonly<Record<string, string>>, document: unknown): Proposal {
  const { schema } = compile(Object.entries(pages).map(([path, value]) => ({ path, value })));
  return learnFromOpenApi(schema, documentOf(JSON.stringify(document)));
}

function documentOf(text: string): OpenApiDocument {
  const read = readDocument("api.json", text);
  if (!read.ok) throw new Error(read.reason);
  return read.document;
}

function factsOf({ overrides }: Proposal): readonly string[] {
  return overrides.map(({ fact, value }) => `${fact} ${JSON.stringify(value)}`);
}

describe("keys that must be there", () => {
  const page = `${header}| \`a\` | *string* | :heavy_check_mark: | N/A |\n| \`b\` | *string* | :heavy_check_mark: | N/A |\n`;
  const a = { type: "object", properties: { a: { type: "string" } } };
  const b = { type: "object", properties: { b: { type: "string" } } };
  const both = { type: "object", properties: { ...a.properties, ...b.properties } };

  it.each([
    ["by one part of a sum for another", { allOf: [{ ...a, required: ["a", "b"] }, b] }],
    ["by a part that says nothing else", { allOf: [{ $ref: "#/components/schemas/Both" }, { required: ["a", "b"] }] }],
    ["beside a sum of one part", { allOf: [{ $ref: "#/components/schemas/Both" }], required: ["a", "b"] }],
    ["by a part that is defined elsewhere", { allOf: [both, { $ref: "#/components/schemas/Needs" }] }],
  ])("are named %s", (_name, schema) => {
    const schemas = { Foo: schema, Both: both, Needs: { required: ["a", "b"] } };
    expect(learn({ "components/foo.md": page }, { openapi: "3.1.0", components: { schemas } }).overrides).toEqual([]);
  });
});

describe("what a property says of its field", () => {
  it.each([
    ["nothing where both agree", "*string*", { type: "string" }, []],
    ["null by a word of version 3.0", "*string*", { type: "string", nullable: true }, ["nullable true"]],
    ["null among types", "*string*", { type: ["string", "null"] }, ["nullable true"]],
    ["null among choices", "*string*", { anyOf: [{ type: "string" }, { type: "null" }] }, ["nullable true"]],
    ["null among values", '*"a"*', { enum: ["a", null] }, ["nullable true"]],
    [
      "a list where the page says one value",
      "*string*",
      { type: "array", items: { type: "string" } },
      ['type "Array<string>"'],
    ],
    [
      "null within a list",
      "*string*[]",
      { type: "array", items: { type: ["string", "null"] } },
      ['type "Array<string | null>"'],
    ],
    [
      "a map",
      "*any*",
      { type: "object", additionalProperties: { type: "integer" } },
      ['type "Record<string, number>"'],
    ],
    ["a map of anything", "*any*", { type: "object" }, ['type "Record<string, any>"']],
    ["a choice", "*any*", { oneOf: [{ type: "string" }, { type: "integer" }] }, ['type "string | number"']],
    [
      "a choice with a constant",
      "*string*",
      { anyOf: [{ type: "integer" }, { const: "now" }] },
      ['type "number | \\"now\\""'],
    ],
    ["a format of texts", "*string*", { type: "string", format: "email" }, ['format "email"']],
    ["a date of a page that says text", "*string*", { type: "string", format: "date-time" }, ['format "date-time"']],
    ["a default", "*number*", { type: "integer", default: 3 }, ["default 3"]],
    ["a default beside a reference", "*any*", { $ref: "#/components/schemas/Nowhere", default: [1] }, ["default [1]"]],
  ])("%s", (_name, cell, schema, expected) => {
    expect(factsOf(proposalFor(cell, schema))).toEqual(expected);
  });

  it.each([
    ["a page that is finer than a document that says nothing", "*string*", {}],
    ["dates of an SDK", "[Date](https://developer.mozilla.org/Date)", { type: "string", format: "date-time" }],
    ["big integers as text", "*BigInt*", { type: "string", format: "bigint" }],
    ["decimals as numbers", "*Decimal*", { type: "number", format: "decimal" }],
    ["bytes of an SDK", "*Uint8Array*", { type: "string", format: "binary" }],
    ["how a number is stored", "*number*", { type: "integer", format: "int64" }],
    ["an object that no page is of", "*any*", { type: "object", properties: { a: { type: "string" } } }],
    [
      "a choice that only says which keys must be there",
      "*any*",
      { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    ],
  ])("leaves alone %s", (_name, cell, schema) => {
    expect(factsOf(proposalFor(cell, schema))).toEqual([]);
  });

  it("says the parts of the document, as the name and a pointer", () => {
    expect(proposalFor("*string*", { type: ["string", "null"] }).overrides).toEqual([
      {
        at: "components/foo.md#bar",
        fact: "nullable",
        value: true,
        confidence: "stated",
        source: "openapi api.json#/components/schemas/Foo/properties/bar",
      },
    ]);
  });

  it("tells of a reference that leads out of the document, and does not follow it", () => {
    const { overrides, unmatched } = proposalFor("*any*", { $ref: "http://127.0.0.1:9/a.json#/A" });
    expect(overrides).toEqual([]);
    expect(unmatched.map(({ reason }) => reason)).toEqual([
      "`http://127.0.0.1:9/a.json#/A` leads to no part of the document; nothing outside of it is read",
    ]);
  });

  it("takes a required key that has a default as the page has it", () => {
    const page = `${header}| \`bar\` | *number* | :heavy_check_mark: | N/A |\n`;
    const withDefault = { Foo: { type: "object", properties: { bar: { type: "integer", default: 1 } } } };
    const without = { Foo: { type: "object", properties: { bar: { type: "integer" } } } };
    const facts = [withDefault, without].map((schemas) =>
      factsOf(learn({ "components/foo.md": page }, { openapi: "3.0.0", components: { schemas } })),
    );
    expect(facts).toEqual([["default 1"], ["required false"]]);
  });

  it("does not deny a null that an example has shown", () => {
    const fence = "\n## Example Usage\n\n```typescript\nlet value: Foo = { bar: null };\n```\n\n## Fields";
    const page = `${header.replace("\n## Fields", fence)}| \`bar\` | *string* | :heavy_minus_sign: | N/A |\n`;
    const schemas = { Foo: { type: "object", properties: { bar: { type: "string" } } } };
    expect(factsOf(learn({ "components/foo.md": page }, { openapi: "3.0.0", components: { schemas } }))).toEqual([]);
  });
});

describe("which schema a model is of", () => {
  const value = (name: string): string => `# ${name}\n\n## Values\n\n| Name | Value |\n|---|---|\n| \`A\` | a |\n`;

  it("finds an inline schema by the field that leads to its page", () => {
    const more = { "components/anything.md": value("Anything") };
    const cell = "[components.Anything](./anything.md)";
    expect(proposalFor(cell, { type: "string", enum: ["a", "b"] }, more).overrides).toMatchObject([
      { at: "components/anything.md", fact: "values", value: ["a", "b"] },
    ]);
  });

  it("finds a schema of another name by its properties, where no other has the same", () => {
    const two = `${header.replace("Foo", "Renamed")}| \`oneThing\` | *string* | :heavy_minus_sign: | N/A |\n| \`other\` | *string* | :heavy_minus_sign: | N/A |\n`;
    const properties = { one_thing: { type: "string" }, other: { type: "string" } };
    const alone = proposalFor(
      "*string*",
      {},
      { "components/renamed.md": two },
      { Former: { type: "object", properties } },
    );
    expect(alone.overrides).toMatchObject([
      { at: "components/renamed.md#oneThing", fact: "wireName", value: "one_thing" },
    ]);
    const rivals = { Former: { type: "object", properties }, Rival: { type: "object", properties } };
    expect(proposalFor("*string*", {}, { "components/renamed.md": two }, rivals).overrides).toEqual([]);
  });

  it("tells inline members of a choice apart by their tags", () => {
    const member = (name: string, tag: string): string =>
      `${header.replace("Foo", name)}| \`kind\` | *"${tag}"* | :heavy_check_mark: | N/A |\n| \`note\` | *string* | :heavy_minus_sign: | N/A |\n`;
    const more = {
      "components/part.md":
        "# Part\n\n## Supported Types\n\n### `components.One`\n\n```typescript\nconst value: components.One = {};\n```\n\n### `components.Two`\n\n```typescript\nconst value: components.Two = {};\n```\n",
      "components/one.md": member("One", "one"),
      "components/two.md": member("Two", "two"),
    };
    const part = (tag: string, note: unknown): unknown => {
      const properties = { kind: { const: tag }, note };
      return { type: "object", required: ["kind"], properties };
    };
    const parts = { oneOf: [part("two", { type: "string" }), part("one", { type: ["string", "null"] })] };
    expect(proposalFor("[components.Part](./part.md)", parts, more).overrides).toMatchObject([
      { at: "components/one.md#note", fact: "nullable" },
    ]);
  });

  it("finds the items of a body that is a list by the name of the operation", () => {
    const page = `${header.replace("Foo", "ListFoosResponseBody")}| \`bar\` | *string* | :heavy_check_mark: | N/A |\n`;
    const items = { type: "object", required: ["bar"], properties: { bar: { type: ["string", "null"] } } };
    const content = { "application/json": { schema: { type: "array", items } } };
    const paths = { "/foos": { get: { operationId: "listFoos", responses: { 200: { content } } } } };
    expect(learn({ "operations/listfoosresponsebody.md": page }, { openapi: "3.1.0", paths }).overrides).toEqual([
      {
        at: "operations/listfoosresponsebody.md#bar",
        fact: "nullable",
        value: true,
        confidence: "stated",
        source:
          "openapi api.json#/paths/~1foos/get/responses/200/content/application~1json/schema/items/properties/bar",
      },
    ]);
  });

  it("takes no schema of a name for a model that has other fields", () => {
    const { overrides, unmatched } = learn(
      { "components/foo.md": `${header}| \`a\` | *string* | :heavy_minus_sign: | N/A |\n` },
      { openapi: "3.0.0", components: { schemas: { Foo: { type: "object", properties: { x: { nullable: true } } } } } },
    );
    expect(overrides).toEqual([]);
    expect(unmatched.map(({ reason }) => reason)).toEqual(["no model is of the schema `Foo`"]);
  });
});

describe("a text that is no OpenAPI document", () => {
  it.each([
    [
      "of version 2",
      '{"swagger":"2.0"}',
      "Unexpected document with no key `openapi`, expected an OpenAPI document of version 3",
    ],
    [
      "of another version",
      "openapi: 4.0.0",
      "Unexpected document with `openapi: 4.0.0`, expected an OpenAPI document of version 3",
    ],
    ["that is a list", "- a", "Unexpected document with no key `openapi`, expected an OpenAPI document of version 3"],
    ["that is empty", "", "Unexpected document with no key `openapi`, expected an OpenAPI document of version 3"],
  ])("%s is refused", (_name, text, reason) => {
    expect(readDocument("a", text)).toEqual({ ok: false, reason });
  });

  it("may name its version without quotes", () => {
    expect(readDocument("a", "openapi: 3.1")).toMatchObject({ ok: true });
    expect(readDocument("a", "openapi: 2.1")).toMatchObject({ ok: false });
  });

  it("names what is wrong in YAML, and refuses a bomb of aliases", () => {
    expect(readDocument("a", "a: [")).toMatchObject({ ok: false, reason: expect.stringMatching(/line 1, column 5$/) });
    const levels = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`);
    const bomb = `openapi: 3.0.0\na0: &a0 [x,x]\n${levels.join("\n")}\n`;
    expect(readDocument("a", bomb)).toMatchObject({ ok: false, reason: expect.stringMatching(/alias/i) });
  });
});
