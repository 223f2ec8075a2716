import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Options } from "../../src/options.js";
import type { Override, WrittenOverride } from "../../src/overrides/override.js";
import { fieldPage, optional, required } from "../dialects/field-page.js";

const pet = fieldPage("components/pet.md", "Pet", [
  ["id", "*string*", required],
  ["note", "*string*", optional],
  ["tags", "*string*[]", optional],
]);
const cat = fieldPage("components/cat.md", "Cat", [["kind", '*"cat"*', required]]);
const dog = fieldPage("components/dog.md", "Dog", [["kind", '*"dog"*', required]]);
const bare: SourcePage = { path: "components/animal.md", value: "# Animal\n" };
const color: SourcePage = {
  path: "components/color.md",
  value: "# Color\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Red` | red |\n| `Blue` | blue |\n",
};
const pages = [bare, cat, color, dog, pet];

function typesOf(page: string, overrides: readonly WrittenOverride[], options: Options = {}): string {
  const { files } = compile(pages, { validators: false, ...options, overrides });
  return files.find(({ path }) => path === page)?.text ?? "";
}

function messagesOf(overrides: readonly WrittenOverride[], of: readonly SourcePage[] = pages): readonly string[] {
  const { messages } = compile(of, { overrides, rules: { "bare-page": "off" } });
  return messages.map(({ file, line, ruleId, reason }) => `${file}:${line ?? ""} ${ruleId} ${reason}`);
}

function ownerWith(example: string, rows: readonly string[]): SourcePage {
  const shown = `## Example Usage\n\n\`\`\`typescript\nlet value: Owner = ${example};\n\`\`\`\n`;
  const header = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
  return { path: "owner.md", value: `# Owner\n\n${shown}\n## Fields\n\n${header}${rows.join("\n")}\n` };
}

describe("an override of a field", () => {
  it.each<[string, Override, string]>([
    ["says that it may be null", { at: "components/pet.md#id", fact: "nullable", value: true }, "id: string | null;"],
    ["requires it", { at: "components/pet.md#note", fact: "required", value: true }, "note: string;"],
    ["lets it be absent", { at: "components/pet.md#id", fact: "required", value: false }, "id?: string | undefined;"],
    ["gives its type", { at: "components/pet.md#id", fact: "type", value: "*number*" }, "id: number;"],
    [
      "gives its type and null",
      { at: "components/pet.md#id", fact: "type", value: "*number* | null" },
      "id: number | null;",
    ],
    ["refers to a model", { at: "components/pet.md#id", fact: "type", value: "*components.Cat*" }, "id: Cat;"],
  ])("%s", (_fact, override, code) => {
    expect(typesOf("components/pet.ts", [override])).toContain(code);
    expect(messagesOf([override])).toEqual([]);
  });

  it("beats the null that an example shows, and the policy", () => {
    const value = [
      "# Owner",
      "",
      "## Example Usage",
      "",
      "```typescript",
      "let value: Owner = {",
      "  name: null,",
      "};",
      "```",
      "",
      "## Fields",
      "",
      "| Field | Type | Required | Description |",
      "| --- | --- | --- | --- |",
      "| `name` | *string* | :heavy_minus_sign: | N/A |",
      "",
    ].join("\n");
    const owner = { path: "owner.md", value };
    const overrides = [{ at: "owner.md#name", fact: "nullable", value: false }] as const;
    const textOf = (options: Options): string =>
      compile([owner], options).files.find(({ path }) => path === "owner.ts")?.text ?? "";
    expect(textOf({})).toContain("name?: string | null | undefined;");
    expect(textOf({ nulls: "optional", overrides })).toContain("name?: string | undefined;");
  });

  it("says again what its page says, where examples are believed of more", () => {
    const value = [
      "# Owner",
      "",
      "## Example Usage",
      "",
      "```typescript",
      "let value: Owner = {",
      "  name: 5,",
      '  color: "green",',
      "};",
      "```",
      "",
      "## Fields",
      "",
      "| Field | Type | Required | Description |",
      "| --- | --- | --- | --- |",
      "| `name` | *string* | :heavy_check_mark: | N/A |",
      "| `color` | [components.Color](components/color.md) | :heavy_check_mark: | N/A |",
      "",
    ].join("\n");
    const owner = { path: "owner.md", value };
    const overrides: readonly Override[] = [
      { at: "owner.md#name", fact: "type", value: "*string*" },
      { at: "components/color.md", fact: "open", value: false },
    ];
    const evidence = { openEnums: true, stringsOrNumbers: true };
    const read = (options: Options) => compile([color, owner], { evidence, ...options });
    const textsOf = (options: Options): string =>
      read(options)
        .files.map(({ text }) => text)
        .join("\n");
    expect(textsOf({})).toContain("name: string | number;");
    expect(textsOf({})).toContain(`"blue" | (string & {})`);
    expect(textsOf({ overrides })).toContain("name: string;");
    expect(textsOf({ overrides })).toContain('type Color = "red" | "blue";');
    const told = (options: Options): readonly (string | undefined)[] =>
      read(options).messages.map(({ ruleId }) => ruleId);
    expect(told({ overrides })).not.toContain("stale-override");
    expect(told({ overrides, evidence: {} })).toEqual(expect.arrayContaining(["stale-override", "stale-override"]));
  });

  it("says again what its page says, where an example shows null in a list, in a map or for other keys", () => {
    const rows = [
      "| `pets` | *string*[] | :heavy_check_mark: | N/A |",
      "| `ages` | Record<string, *number*> | :heavy_check_mark: | N/A |",
      "| `additionalProperties` | Record<string, *string*> | :heavy_minus_sign: | N/A |",
    ];
    const owner = ownerWith("{ pets: [null], ages: { a: null }, other: null }", rows);
    const read = (options: Options) => compile([owner], options);
    const overrides: readonly Override[] = [
      { at: "owner.md#pets", fact: "type", value: "*string*[]" },
      { at: "owner.md#ages", fact: "type", value: "Record<string, *number*>" },
      { at: "owner.md", fact: "additional", value: "*string*" },
    ];
    const textOf = (options: Options): string =>
      read(options).files.find(({ path }) => path === "owner.ts")?.text ?? "";
    expect(textOf({})).toMatch(/pets: \(string \| null\)\[\];[\s\S]*ages: Record<string, number \| null>;/);
    expect(textOf({ overrides })).toMatch(/pets: string\[\];[\s\S]*ages: Record<string, number>;/);
    const stale = (options: Options): number =>
      read(options).messages.filter(({ ruleId }) => ruleId === "stale-override").length;
    expect(stale({ overrides })).toBe(0);
    expect(stale({ overrides, evidence: { nulls: false } })).toBe(3);
  });

  it("says again that a field is required, where an example leaves it out", () => {
    const owner = ownerWith("{}", ["| `name` | *string* | :heavy_check_mark: | N/A |"]);
    const told = (options: Options): readonly (string | undefined)[] =>
      compile([owner], options).messages.map(({ ruleId }) => ruleId);
    const overrides: readonly Override[] = [{ at: "owner.md#name", fact: "required", value: true }];
    expect(told({})).toEqual(["absent-key"]);
    expect(told({ overrides })).toEqual(["example-mismatch"]);
    expect(told({ overrides, evidence: { absentKeys: false } })).toContain("stale-override");
  });

  it("says again that there is no null, where a cell shows one", () => {
    const value = [
      "# Owner",
      "",
      "## Fields",
      "",
      "| Field | Type | Required | Description | Example |",
      "| --- | --- | --- | --- | --- |",
      "| `name` | *Optional[str]* | :heavy_minus_sign: | N/A | null |",
      "| `note` | *OptionalNullable[str]* | :heavy_minus_sign: | N/A | N/A |",
      "",
    ].join("\n");
    const read = (options: Options) => compile([{ path: "owner.md", value }], options);
    const overrides: readonly Override[] = [{ at: "owner.md#name", fact: "nullable", value: false }];
    const textOf = (options: Options): string =>
      read(options).files.find(({ path }) => path === "owner.ts")?.text ?? "";
    expect(textOf({})).toContain("name?: string | null | undefined;");
    expect(textOf({ overrides })).toContain("name?: string | undefined;");
    expect(read({ overrides }).messages.map(({ ruleId }) => ruleId)).not.toContain("stale-override");
  });

  it("keeps format, default and wire name with the field", () => {
    const overrides: readonly Override[] = [
      { at: "components/pet.md#id", fact: "format", value: "uuid" },
      { at: "components/pet.md#id", fact: "default", value: { a: [1, null, true] } },
      { at: "components/pet.md#id", fact: "wireName", value: "pet_id", source: "openapi api.yaml:3" },
    ];
    const model = [...compile(pages, { overrides }).schema.models.values()].find(({ name }) => name === "Pet");
    const field = model?.kind === "object" ? model.fields[0] : undefined;
    expect(field?.format).toEqual({ value: "uuid", source: { origin: "override" } });
    expect(field?.wireName).toEqual({ value: "pet_id", source: { origin: "override", learned: "openapi api.yaml:3" } });
    expect(field?.default?.value).toMatchObject({ kind: "object", entries: [{ key: "a", value: { kind: "array" } }] });
  });

  it("is named in the comment of the field, with where it was learned", () => {
    const text = typesOf("components/pet.ts", [
      { at: "components/pet.md#id", fact: "type", value: "*number* | null", source: "types pet.ts:3" },
      { at: "components/pet.md#id", fact: "required", value: false, source: "types pet.ts:3" },
    ]);
    expect(text).toContain(
      "An override says that it is of this type, may be null and may be absent: `types pet.ts:3`.",
    );
  });
});

it("settles that a cell cannot be read", () => {
  const page = fieldPage("pet.md", "Pet", [
    ["id", "Set<*string*>", required],
    ["tag", "Set<*string*>", required],
  ]);
  const told = (overrides: readonly Override[]): readonly string[] => messagesOf(overrides, [page]);
  expect(told([])).toHaveLength(2);
  expect(told([{ at: "pet.md#id", fact: "type", value: "*string*[]" }])).toEqual([
    expect.stringContaining("pet.md:9 unknown-type"),
  ]);
  expect(told([{ at: "pet.md#id", fact: "type", value: "*any*" }])).toEqual([
    expect.stringContaining("pet.md:9 unknown-type"),
  ]);
  expect(told([{ at: "pet.md#id", fact: "nullable", value: true }])).toHaveLength(2);
});

describe("an override of a page", () => {
  it("makes a union with a tag of a page that says nothing", () => {
    const overrides: readonly Override[] = [
      { at: "components/animal.md", fact: "type", value: "*components.Cat* | *components.Dog*" },
    ];
    const { schema, messages } = compile(pages, { overrides });
    const model = [...schema.models.values()].find(({ name }) => name === "Animal");
    expect(model).toMatchObject({ kind: "union", discriminator: { property: "kind" } });
    expect(messages).toEqual([]);
    expect(typesOf("components/animal.ts", overrides)).toContain("export type Animal = Cat | Dog;");
  });

  it.each<[string, Override, string]>([
    ["gives a single type", { at: "components/animal.md", fact: "type", value: "Array<*components.Cat*>" }, "= Cat[];"],
    ["gives null", { at: "components/animal.md", fact: "type", value: "*components.Cat* | null" }, "= Cat | null;"],
    [
      "cannot make a type of itself",
      { at: "components/animal.md", fact: "type", value: "*Animal* | *string*" },
      "= string;",
    ],
    ["makes an enum", { at: "components/animal.md", fact: "values", value: ["a", "b"] }, '= "a" | "b";'],
    ["opens an enum", { at: "components/color.md", fact: "open", value: true }, "(string & {})"],
    ["replaces values", { at: "components/color.md", fact: "values", value: ["blue", "pink"] }, '= "blue" | "pink";'],
    ["admits other keys", { at: "components/cat.md", fact: "additional", value: "*number*" }, "[key: string]: "],
  ])("%s", (_fact, override, code) => {
    const page = override.at.replace(".md", ".ts");
    expect(typesOf(page, [override])).toContain(code);
    expect(messagesOf([override]).filter((message) => message.includes("override"))).toEqual([]);
  });

  it("keeps the names of the values that stay", () => {
    const overrides: readonly Override[] = [{ at: "components/color.md", fact: "values", value: ["blue", "pink"] }];
    const model = [...compile(pages, { overrides }).schema.models.values()].find(({ name }) => name === "Color");
    const values = model?.kind === "enum" ? model.values : [];
    expect(values.map(({ name, value }) => [name, value])).toEqual([
      ["Blue", "blue"],
      [undefined, "pink"],
    ]);
  });
});

describe("an override that does not apply", () => {
  const writtenAt = {
    file: "../modelmark.overrides.json",
    place: { start: { line: 4, column: 5, offset: 60 }, end: { line: 4, column: 80, offset: 135 } },
  };

  it.each<[string, Override, string]>([
    [
      "is of a page that is gone",
      { at: "shared/pet.md#id", fact: "nullable", value: true },
      "stale-override Unexpected `nullable` of `shared/pet.md#id`, expected the page of a model, did you mean `components/pet.md`?",
    ],
    [
      "is of a field that is gone",
      { at: "components/pet.md#nota", fact: "nullable", value: true },
      "stale-override Unexpected `nullable` of `components/pet.md#nota`, expected a field of `components/pet.md`, did you mean `note`?",
    ],
    [
      "is of another kind of model",
      { at: "components/pet.md", fact: "values", value: ["a"] },
      "stale-override Unexpected `values` of `components/pet.md`, a page of fields, expected an enum, or a page that says nothing of its model",
    ],
    [
      "says what the page says",
      { at: "components/pet.md#id", fact: "type", value: "string" },
      "stale-override Unexpected `type` of `components/pet.md#id`, expected one that the page does not say already",
    ],
    [
      "has a type that cannot be read",
      { at: "components/pet.md#id", fact: "type", value: "Map<string>" },
      "wrong-override Unexpected `Map<string>` in the `type` of `components/pet.md#id`, expected `Record<string, T>`",
    ],
    [
      "leads to no model",
      { at: "components/pet.md#id", fact: "type", value: "Array<*components.Bird*>" },
      "wrong-override Unexpected reference to `components.Bird`, expected the page of a model",
    ],
  ])("%s", (_fact, override, message) => {
    const [line, ...others] = messagesOf([{ ...override, writtenAt }]);
    expect(others).toEqual([]);
    expect(line).toContain("../modelmark.overrides.json:4 ");
    expect(line).toContain(message);
    expect(messagesOf([override])).toHaveLength(1);
  });

  it.each<[string, Override, Options["limits"], string]>([
    [
      "a type",
      { at: "components/pet.md#id", fact: "type", value: "*number*[][]" },
      { typeDepth: 1 },
      "a type of 2 levels",
    ],
    ["a text", { at: "components/pet.md#id", fact: "type", value: "*number*" }, { cellCharacters: 7 }, "a text of 8"],
    ["values", { at: "components/color.md", fact: "values", value: ["a", "b", "c"] }, { rows: 2 }, "a list of 3"],
    ["all types", { at: "components/pet.md#id", fact: "type", value: "*number*[]" }, { types: 4 }, "a page of 5 types"],
    ["a name", { at: "components/pet.md#id", fact: "format", value: "uuid" }, { nameLength: 3 }, "a name of 4"],
    [
      "a default",
      { at: "components/pet.md#id", fact: "default", value: "aaa" },
      { exampleCharacters: 4 },
      "an example of 5",
    ],
    ["members", { at: "components/animal.md", fact: "type", value: '"a" | "b"' }, { unionMembers: 1 }, "a union of 2"],
  ])("has %s over a limit, and leaves what the page says", (_what, override, limits, reason) => {
    // Only what is overridden is over the limit.
    const of = pages.filter(({ path }) => override.at.startsWith(path));
    const { messages, files } = compile(of, { overrides: [{ ...override, writtenAt }], limits });
    const told = messages.filter(({ file }) => file === writtenAt.file);
    expect(told.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual(["4 wrong-override"]);
    expect(told[0]?.reason).toContain(reason);
    expect(files).toEqual(compile(of, { limits }).files);
  });

  it("is not one that goes with another", () => {
    expect(
      messagesOf([
        { at: "components/pet.md#id", fact: "type", value: "*number* | null" },
        { at: "components/pet.md#id", fact: "nullable", value: true },
        { at: "components/animal.md", fact: "values", value: ["a"] },
        { at: "components/animal.md", fact: "open", value: false },
      ]),
    ).toEqual([]);
  });

  it("is the second of one fact", () => {
    const first: Override = { at: "components/pet.md#id", fact: "nullable", value: true };
    expect(messagesOf([first, { ...first, value: false }])).toEqual([
      "components/pet.md: stale-override Unexpected second `nullable` of `components/pet.md#id`, expected one",
    ]);
  });
});
