import type { SourcePage } from "../../../src/compile.js";
import type { Options } from "../../../src/options.js";
import type { Override } from "../../../src/overrides/override.js";
import { notationPlaces } from "./notation-places.js";
import type { Place, Planted } from "./place.js";
import { enumPage, fieldRow, markedCell, objectPage, page, rowOfCells, unionPage } from "./write-page.js";

const quoted = (text: string): string => JSON.stringify(text);
const onePage = (value: string): Planted => ({ pages: [page("components/foo.md", value)] });
const object = (...rows: readonly string[]): Planted => onePage(objectPage("Foo", rows));
const plain = fieldRow({ name: "id" });

/** A page that refers to another, whose path, title and values are the text's. */
function beside(target: SourcePage, url: string): Planted {
  return {
    pages: [
      target,
      page("components/foo.md", objectPage("Foo", [fieldRow({ name: "id", type: `[components.Bar](${url})` })])),
    ],
  };
}

const paths: readonly Place[] = [
  { name: "name of a file", plant: (text) => ({ pages: [page(`components/${text}.md`, objectPage("Foo", [plain]))] }) },
  { name: "name of a folder", plant: (text) => ({ pages: [page(`${text}/foo.md`, objectPage("Foo", [plain]))] }) },
  {
    name: "name of a file that another page links",
    plant: (text) =>
      beside(page(`components/${text}.md`, objectPage("Bar", [plain])), `../../models/components/${text}.md`),
  },
  {
    name: "name of a folder that another page links",
    plant: (text) => beside(page(`${text}/bar.md`, objectPage("Bar", [plain])), `../../models/${text}/bar.md`),
  },
];

const titles: readonly Place[] = [
  { name: "title", plant: (text) => onePage(objectPage(text, [plain])) },
  { name: "struck title", plant: (text) => onePage(objectPage(`~~${text}~~`, [plain])) },
  {
    name: "title of a page that another one links",
    plant: (text) => beside(page("components/bar.md", objectPage(text, [plain])), "../../models/components/bar.md"),
  },
  { name: "title of an enum", plant: (text) => onePage(enumPage(text, '```typescript\n"a" | "b"\n```')) },
  { name: "title of a union", plant: (text) => onePage(unionPage(text, ["### `string`", "### `number`"])) },
  { name: "title of a bare page", plant: (text) => onePage(`# ${text}\n`) },
  {
    name: "title of front matter",
    plant: (text) => ({
      pages: [page("components/foo.mdx", `---\ntitle: ${quoted(text)}\n---\n\n${objectPage("", [plain])}`)],
    }),
  },
  {
    name: "front matter",
    plant: (text) => ({
      pages: [page("components/foo.mdx", `---\ntitle: Foo\nother: ${text}\n---\n\n${objectPage("", [plain])}`)],
    }),
  },
];

const descriptions: readonly Place[] = [
  { name: "description of a page", plant: (text) => onePage(`# Foo\n\n${text}\n\n${objectPage("", [plain])}`) },
  {
    name: "description in MDX",
    plant: (text) => ({ pages: [page("components/foo.mdx", `# Foo\n\n${text}\n\n${objectPage("", [plain])}`)] }),
  },
  {
    name: "code span of a description",
    plant: (text) => onePage(`# Foo\n\nA \`${text}\` b.\n\n${objectPage("", [plain])}`),
  },
  {
    name: "fence of a description",
    plant: (text) => onePage(`# Foo\n\n\`\`\`js\n${text}\n\`\`\`\n\n${objectPage("", [plain])}`),
  },
  {
    name: "language of a fence of a description",
    plant: (text) => onePage(`# Foo\n\n\`\`\`${text}\na\n\`\`\`\n\n${objectPage("", [plain])}`),
  },
  { name: "list of a description", plant: (text) => onePage(`# Foo\n\n- ${text}\n- b\n\n${objectPage("", [plain])}`) },
  {
    name: "HTML comment of a description",
    plant: (text) => onePage(`# Foo\n\n<!-- ${text} -->\n\n${objectPage("", [plain])}`),
  },
  {
    name: "deprecation of a page",
    plant: (text) => onePage(`# Foo\n\n> :warning: **DEPRECATED**: ${text}\n\n${objectPage("", [plain])}`),
  },
  {
    name: "two lines of a description",
    plant: (text) => onePage(`# Foo\n\na *\n/ ${text}\n\n${objectPage("", [plain])}`),
  },
  {
    name: "description of an enum",
    plant: (text) => onePage(`# Foo\n\n${text}\n\n${enumPage("", '```typescript\n"a"\n```')}`),
  },
  {
    name: "description of a union",
    plant: (text) => onePage(`# Foo\n\n${text}\n\n${unionPage("", ["### `string`"])}`),
  },
  { name: "heading of another section", plant: (text) => onePage(`${objectPage("Foo", [plain])}\n## ${text}\n\nb\n`) },
];

const cells: readonly Place[] = [
  { name: "name of a field", plant: (text) => object(plain, fieldRow({ name: markedCell(text) })) },
  { name: "name of a field, as it stands", plant: (text) => object(plain, fieldRow({ name: text })) },
  {
    name: "name of an optional field",
    plant: (text) => object(fieldRow({ name: markedCell(text), required: ":heavy_minus_sign:" })),
  },
  {
    name: "struck name of a field",
    plant: (text) => object(rowOfCells(`~~\`${markedCell(text)}\`~~`, "*string*", ":heavy_check_mark:", "N/A", "")),
  },
  {
    name: "cell without backticks",
    plant: (text) => object(plain, rowOfCells(text, "*string*", ":heavy_check_mark:", "N/A", "")),
  },
  { name: "cell of the word Required", plant: (text) => object(fieldRow({ name: "id", required: markedCell(text) })) },
  { name: "description of a field", plant: (text) => object(fieldRow({ name: "id", description: markedCell(text) })) },
  {
    name: "description of a field, as it stands",
    plant: (text) => object(fieldRow({ name: "id", description: text })),
  },
  {
    name: "code span of a cell",
    plant: (text) => object(fieldRow({ name: "id", description: `a \`${markedCell(text)}\` b` })),
  },
  {
    name: "flattened fence of a cell",
    plant: (text) => object(fieldRow({ name: "id", description: `\`\`\`js<br/>${markedCell(text)}<br/>\`\`\`` })),
  },
  {
    name: "deprecation of a field",
    plant: (text) =>
      object(fieldRow({ name: "id", description: `: warning: ** DEPRECATED **: ${markedCell(text)}<br/><br/>b` })),
  },
  { name: "example of a field", plant: (text) => object(fieldRow({ name: "id", example: markedCell(text) })) },
  {
    name: "example of a date",
    plant: (text) =>
      object(
        fieldRow({
          name: "id",
          type: "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)",
          example: markedCell(text),
        }),
      ),
  },
  {
    name: "two cells that make one text",
    plant: (text) => object(fieldRow({ name: "id", description: "a *", example: `/ ${markedCell(text)}` })),
  },
  {
    name: "two rows that make one text",
    plant: (text) => object(fieldRow({ name: "id", description: "a *" }), fieldRow({ name: `/${markedCell(text)}` })),
  },
  { name: "one cell too many", plant: (text) => object(`${plain} ${markedCell(text)} |`) },
  {
    name: "header of a column",
    plant: (text) =>
      onePage(
        `# Foo\n\n## Fields\n\n| Field | Type | Required | Description | ${markedCell(text)} |\n| --- | --- | --- | --- | --- |\n${plain}\n`,
      ),
  },
  {
    name: "language of a Go page",
    plant: (text) => ({ ...object(fieldRow({ name: markedCell(text) })), options: { notations: { "**": "go" } } }),
  },
  {
    name: "name in snake_case",
    plant: (text) => ({
      ...object(fieldRow({ name: markedCell(text) })),
      options: { names: { properties: "snake_case" } },
    }),
  },
];

const examples: readonly Place[] = [
  {
    name: "example of a page",
    plant: (text) => onePage(`# Foo\n\n## Example Usage\n\n~~~typescript\n${text}\n~~~\n\n${objectPage("", [plain])}`),
  },
  {
    name: "value of an example",
    plant: (text) =>
      onePage(
        `# Foo\n\n## Example Usage\n\n~~~typescript\nlet value: Foo = { id: ${quoted(text)} };\n~~~\n\n${objectPage("", [plain])}`,
      ),
  },
  {
    name: "date of an example",
    plant: (text) =>
      onePage(
        `# Foo\n\n## Example Usage\n\n~~~typescript\nlet value: Foo = { id: new Date(${quoted(text)}), ${quoted(text)}: null };\n~~~\n\n${objectPage("", [plain])}`,
      ),
  },
  {
    name: "language of an example",
    plant: (text) => onePage(`# Foo\n\n## Example Usage\n\n~~~${text}\na\n~~~\n\n${objectPage("", [plain])}`),
  },
  {
    name: "null of an example",
    plant: (text) =>
      onePage(
        `# Foo\n\n## Example Usage\n\n~~~typescript\nlet value: ${text} = { id: null };\n~~~\n\n${objectPage("", [plain])}`,
      ),
  },
];

const values: readonly Place[] = [
  {
    name: "value of an enum's table",
    plant: (text) =>
      onePage(enumPage("Foo", `| Name | Value |\n| --- | --- |\n| \`A\` | ${markedCell(text)} |\n| \`B\` | b |`)),
  },
  {
    name: "name of an enum's table",
    plant: (text) => onePage(enumPage("Foo", `| Name | Value |\n| --- | --- |\n| \`${markedCell(text)}\` | a |`)),
  },
  {
    name: "open value of an enum's table",
    plant: (text) =>
      onePage(
        enumPage(
          "Foo",
          `| Name | Value |\n| --- | --- |\n| \`A\` | ${markedCell(text)} |\n| \`B\` | \`Unrecognized<string>\` |`,
        ),
      ),
  },
  {
    name: "value of an enum's fence",
    plant: (text) => onePage(enumPage("Foo", `~~~typescript\n${quoted(text)} | "b"\n~~~`)),
  },
  {
    name: "value of an enum's fence in single quotes",
    plant: (text) => onePage(enumPage("Foo", `~~~typescript\n'${text}' | "b"\n~~~`)),
  },
  {
    name: "enum's fence, as it stands",
    plant: (text) => onePage(enumPage("Foo", `~~~typescript\n"a" | ${text}\n~~~`)),
  },
  { name: "value of an enum's list", plant: (text) => onePage(enumPage("Foo", `- \`${quoted(text)}\`\n- \`"b"\``)) },
  {
    name: "word of Unrecognized",
    plant: (text) => onePage(enumPage("Foo", `~~~typescript\n"a" | Unrecognized<${text}>\n~~~`)),
  },
  {
    name: "one of many values of an enum",
    plant: (text) =>
      onePage(enumPage("Foo", `~~~typescript\n${quoted(text)} | ${[..."abcdefghij"].map(quoted).join(" | ")}\n~~~`)),
  },
];

/** A union of two tagged models: the text is a property or a value that tells them apart. */
function tagged(property: string, value: string): Planted {
  const member = (name: string, literal: string): SourcePage =>
    page(`components/${name}.md`, objectPage(name, [fieldRow({ name: property, type: `*${literal}*` }), plain]));
  const links = ["### `components.cat`", "### `components.dog`"];
  return { pages: [page("components/foo.md", unionPage("Foo", links)), member("cat", value), member("dog", '"dog"')] };
}

const unions: readonly Place[] = [
  { name: "heading of a member", plant: (text) => onePage(unionPage("Foo", [`### \`${text}\``, "### `string`"])) },
  {
    name: "heading of a member, as it stands",
    plant: (text) => onePage(unionPage("Foo", [`### ${text}`, "### `string`"])),
  },
  {
    name: "literal of a heading",
    plant: (text) => onePage(unionPage("Foo", [`### \`${quoted(text)}\``, "### `number`"])),
  },
  {
    name: "fence of a member",
    plant: (text) =>
      onePage(unionPage("Foo", [`### \`string\`\n\n~~~typescript\nconst value: string = ${text};\n~~~`])),
  },
  { name: "value of a discriminator", plant: (text) => tagged("type", markedCell(quoted(text))) },
  { name: "name of a discriminator", plant: (text) => tagged(markedCell(text), '"cat"') },
];

const option = (options: Options, type = "*Money*"): Planted => ({
  ...object(fieldRow({ name: "id", type })),
  options,
});

const options: readonly Place[] = [
  { name: "module of an external", plant: (text) => option({ externals: { Money: text } }) },
  {
    name: "key of an external",
    plant: (text) => option({ externals: { [text]: "@example/money" } }, `*${markedCell(text)}*`),
  },
  {
    name: "name of an external",
    plant: (text) => option({ externals: { Money: { from: "@example/money", name: text } } }),
  },
  {
    name: "guard of an external",
    plant: (text) => option({ externals: { Money: { from: "@example/money", guard: text } } }),
  },
  {
    name: "property of an override",
    plant: (text) => option({ names: { overrides: { "Foo.id": text } } }, "*string*"),
  },
  { name: "key of an override", plant: (text) => option({ names: { overrides: { [text]: "key" } } }, "*string*") },
  { name: "glob of a notation", plant: (text) => option({ notations: { [text]: "typescript" } }, "*string*") },
];

const bare: SourcePage = { path: "components/bare.md", value: "# Bare\n" };

/** An override of a field, or of a page that says nothing. */
const stated = (...overrides: readonly Override[]): Planted => {
  const { pages } = object(fieldRow({ name: "id", type: "*string*" }));
  return { pages: [bare, ...pages], options: { overrides } };
};
const overriddenPage = "components/foo.md";
const field = `${overriddenPage}#id`;

const overrides: readonly Place[] = [
  {
    name: "where an override was learned",
    plant: (text) => stated({ at: field, fact: "nullable", value: true, source: text }),
  },
  {
    name: "where an override of a page was learned",
    plant: (text) => stated({ at: bare.path, fact: "type", value: "*string*", source: text }),
  },
  { name: "type of an override", plant: (text) => stated({ at: field, fact: "type", value: text || "string" }) },
  { name: "literal of an override", plant: (text) => stated({ at: field, fact: "type", value: quoted(text) }) },
  {
    name: "type of other keys of an override",
    plant: (text) => stated({ at: overriddenPage, fact: "additional", value: quoted(text) }),
  },
  { name: "value of an override", plant: (text) => stated({ at: bare.path, fact: "values", value: [text, "other"] }) },
  { name: "format of an override", plant: (text) => stated({ at: field, fact: "format", value: text || "a" }) },
  {
    name: "default of an override",
    plant: (text) => stated({ at: field, fact: "default", value: { [text]: [text] } }),
  },
  { name: "wire name of an override", plant: (text) => stated({ at: field, fact: "wireName", value: text || "a" }) },
  { name: "page of an override", plant: (text) => stated({ at: text || "a", fact: "nullable", value: true }) },
];

/** Every place that text of a page, of a configuration or of an override enters. */
export const places: readonly Place[] = [
  ...paths,
  ...titles,
  ...descriptions,
  ...cells,
  ...examples,
  ...values,
  ...unions,
  ...notationPlaces,
  ...options,
  ...overrides,
];
