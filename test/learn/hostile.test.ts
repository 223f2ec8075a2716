import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { readDocument } from "../../src/learn/openapi/document.js";
import { learnFromOpenApi } from "../../src/learn/openapi/learn-openapi.js";
import type { Proposal } from "../../src/learn/proposal.js";
import { learnFromSamples } from "../../src/learn/samples/learn-samples.js";
import "../properties/seed.js";

const fields = ["string", "number", "any", "boolean"].map(
  (type) => `| \`${type}One\` | *${type}* | :heavy_minus_sign: | N/A |`,
);
const page = `# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n${fields.join("\n")}\n| \`self\` | [components.Foo](./foo.md)[] | :heavy_minus_sign: | N/A |\n| \`__proto__\` | Record<string, *string*> | :heavy_check_mark: | N/A |\n`;
const pages = [{ path: "components/foo.md", value: page }];
const { schema } = compile(pages);

/** Keys that schemas and payloads have, those of the page, and those that objects have by themselves. */
const key = fc.constantFrom(
  ...[
    "type",
    "properties",
    "items",
    "enum",
    "const",
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "nullable",
    "default",
    "format",
  ],
  ...[
    "required",
    "additionalProperties",
    "stringOne",
    "number_one",
    "anyOne",
    "self",
    "__proto__",
    "constructor",
    "toString",
  ],
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1.5,
    -0,
    1e300,
    "",
    "string",
    "object",
    "array",
    "null",
    "a\u0000b",
    "\ud800",
  ),
  fc.constantFrom(
    "#/components/schemas/Foo",
    "#/components/schemas/Bar",
    "#",
    "#/",
    "#/%",
    "http://x/y#/z",
    "~",
    "#/a~2",
  ),
  fc.constantFrom<unknown>([], {}, ["string", "null"], ["self"], [null]),
);
const tree = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(key, tie("any"), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any;

function isOrdered({ overrides }: Proposal): boolean {
  const keys = overrides.map(({ at, fact }) => `${at}\0${fact}`);
  return keys.every((one, at) => at === 0 || (keys[at - 1] ?? "") < one);
}

/** Whether what is proposed can be applied, and nothing remains to be proposed then. */
function isSettled(learn: (of: typeof schema) => Proposal): boolean {
  const { overrides } = learn(schema);
  return learn(compile(pages, { overrides, validators: false }).schema).overrides.length === 0;
}

describe("any document and any payload", () => {
  it("is read without an exception, in order, and to the end at once: OpenAPI", () => {
    fc.assert(
      fc.property(tree, tree, fc.constantFrom("3.0.0", "3.1.0"), (foo, bar, openapi) => {
        const text = JSON.stringify({ openapi, components: { schemas: { Foo: foo, Bar: bar } }, paths: { "/": bar } });
        const read = readDocument("a.json", text);
        if (!read.ok) return false;
        const learn = (of: typeof schema): Proposal => learnFromOpenApi(of, read.document);
        return isOrdered(learn(schema)) && isSettled(learn);
      }),
      { numRuns: 150 },
    );
  });

  it("is read without an exception, in order, and to the end at once: properties of the model itself", () => {
    const names = fc.constantFrom("stringOne", "number_one", "any-one", "BooleanOne", "self", "__proto__");
    fc.assert(
      fc.property(
        fc.dictionary(names, tree, { minKeys: 3 }),
        fc.subarray(["self", "__proto__", "stringOne"]),
        (properties, required) => {
          const schemas = { Foo: { type: "object", properties, required }, Bar: { enum: ["a", 1] } };
          const read = readDocument("a.json", JSON.stringify({ openapi: "3.1.0", components: { schemas } }));
          if (!read.ok) return false;
          const learn = (of: typeof schema): Proposal => learnFromOpenApi(of, read.document);
          return isOrdered(learn(schema)) && isSettled(learn);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is read without an exception, in order, and to the end at once: payloads", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (values) => {
        const samples = values.map((value, at) => ({ file: `${at}.json`, text: JSON.stringify(value), model: "Foo" }));
        const learn = (of: typeof schema): Proposal => learnFromSamples(of, samples);
        return isOrdered(learn(schema)) && isSettled(learn);
      }),
      { numRuns: 150 },
    );
  });

  it("is refused or read, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."[]{}:,-?&*!|>'\"#%@` \n\ta0\\") }), (text) => {
        readDocument("a.yaml", text);
        learnFromSamples(schema, [{ file: "a.json", text, model: "Foo" }]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("documents that are made to keep a run busy", () => {
  /** Far above what each takes on a busy machine, and far below what it took if its time grew with the square. */
  const most = 20_000;

  const schemasOf = (count: number, make: (at: number) => unknown): unknown =>
    Object.fromEntries([["Foo", make(0)], ...Array.from({ length: count }, (_, at) => [`S${at + 1}`, make(at + 1)])]);

  it.each([
    [
      "100,000 schemas",
      schemasOf(100_000, (at) => ({ type: "object", properties: { stringOne: { type: "string" }, [`p${at}`]: {} } })),
    ],
    [
      "a circle of sums",
      schemasOf(1, (at) => ({
        allOf: [{ $ref: `#/components/schemas/${at ? "Foo" : "S1"}` }, { $ref: "#/components/schemas/Foo" }],
      })),
    ],
    [
      "sums of sums",
      schemasOf(3000, (at) => ({
        allOf: [{ $ref: `#/components/schemas/S${at + 1}` }, { properties: { [`p${at}`]: {} } }],
      })),
    ],
    [
      "sums of two, each of the one before",
      schemasOf(60, (at) => ({
        allOf: [{ $ref: `#/components/schemas/S${at + 1}` }, { $ref: `#/components/schemas/S${at + 1}` }],
      })),
    ],
    ["a chain of references", schemasOf(20_000, (at) => ({ $ref: `#/components/schemas/S${at + 1}` }))],
    [
      "a choice of 50,000",
      {
        Foo: {
          type: "object",
          properties: { self: { oneOf: Array.from({ length: 50_000 }, (_, at) => ({ const: at })) } },
        },
      },
    ],
    [
      "an enum of 100,000",
      {
        Foo: {
          type: "object",
          properties: { stringOne: { enum: Array.from({ length: 100_000 }, (_, at) => `v${at}`) } },
        },
      },
    ],
  ])("end: %s", (_name, schemas) => {
    const started = performance.now();
    const read = readDocument("a.json", JSON.stringify({ openapi: "3.0.0", components: { schemas } }));
    if (read.ok) learnFromOpenApi(schema, read.document);
    expect(read.ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(most);
  });

  it.each([
    ["lists in one another, in a line", `a: ${"[".repeat(50_000)}`],
    ["lists in one another, by indicators", `a:\n${"- ".repeat(2_000)}x`],
    ["keys in one another, by indicators", `${"? ".repeat(2_000)}x`],
    ["objects in one another, by blanks", Array.from({ length: 500 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
  ])("that nest too deep are refused before the parser of YAML sees them: %s", (_name, text) => {
    expect(readDocument("a.yaml", `openapi: 3.0.0\n${text}`)).toEqual({
      ok: false,
      reason: "Unexpected nesting, expected a document that is less deep",
    });
  });

  it("nest as deep as they like in JSON, which is parsed without calls", () => {
    const deep = `${'{"items":'.repeat(5_000)}{}${"}".repeat(5_000)}`;
    const text = `{"openapi":"3.0.0","components":{"schemas":{"Foo":{"properties":{"anyOne":${deep},"self":{},"stringOne":{}}}}}}`;
    const read = readDocument("a.json", text);
    expect(read.ok && learnFromOpenApi(schema, read.document).overrides).toEqual(expect.any(Array));
  });
});
