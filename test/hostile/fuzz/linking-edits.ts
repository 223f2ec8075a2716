import { type Edit, type EditContext, pick } from "./edit.js";

function nameOf(path: string): string {
  return path.replace(/^.*\/|\.mdx?$/g, "");
}

/** A link in one of the ways of writing one, to a page of the set. */
export function linkTo({ one, other, paths }: EditContext): string {
  const path = pick(paths, one) ?? "foo.md";
  const name = nameOf(path);
  const url = `../../models/${path}`;
  const plain = [`[components.${name}](${url})`, `[${name}](${url})`, `*components.${name}*`, `[${name}](${path})`];
  const wrapped = [
    `[components.${name}](${url})[]`,
    `Record<string, [components.${name}](${url})>`,
    `[Optional[models.${name}]](${url})`,
    `List[[models.${name}](${url})]`,
    `[][components.${name}](${url})`,
    `[T.nilable(Models::Components::${name})](${url})`,
    `[?Components\\${name}](${url})`,
    `List\\<[${name}](${url})>`,
    `[components.${name}](${url}) \\| *null*`,
  ];
  return pick([...plain, ...plain, ...wrapped], other) ?? "";
}

/** A row whose literal is the page's own, as tagged members have. */
function tagRow({ one, other, paths }: EditContext): string {
  const property = pick(["type", "kind", "type", "constructor", "__proto__", "object"], other) ?? "";
  const value = pick([...paths.map(nameOf), "1", "true"], one) ?? "";
  return `| \`${property}\` | *"${value}"* | ${presenceOf(other % 5 !== 0)} | N/A |`;
}

function presenceOf(isRequired: boolean): string {
  return isRequired ? ":heavy_check_mark:" : ":heavy_minus_sign:";
}

/** Puts a row behind the row of dashes of the first table. */
function withRow(row: (context: EditContext) => string): Edit {
  return (text, context) => text.replace(/^\|[\s|:-]+\|$/m, (dashes) => `${dashes}\n${row(context)}`);
}

/** The page of a union whose members are pages of the set, and sometimes what is none. */
function unionOf({ one, other, paths }: EditContext): string {
  const chosen = paths.filter((_path, at) => (other >> at) % 2 === 0 || at === one % paths.length);
  const names = chosen.map((path) => `### \`components.${nameOf(path)}${one % 7 === 0 ? "[]" : ""}\``);
  const others = pick([[], [], ["### `string`"], ["### `null`"], ['### `"a"`'], ["### `any`"]], one) ?? [];
  const title = pick(["Union", "Foo", "Bar"], other);
  return `# ${title}\n\n## Supported Types\n\n${[...names, ...others].join("\n\n")}\n`;
}

const exampleValues = [
  "null",
  "{ id: null }",
  "[null]",
  "[{ id: null, type: 'a' }]",
  "{ a: { id: null } }",
  '"a"',
  "new Date('2024')",
];

/** Puts an example before the section that shows null, for fields of the page and below. */
function nullExample(text: string, { one }: EditContext): string {
  const fields = [...text.matchAll(/^\| `([\w$]+)`/gm)].map(([, name]) => name ?? "");
  const literal = fields.map((name, at) => `  ${name}: ${pick(exampleValues, one + at)},`).join("\n");
  const fence = `\`\`\`typescript\nlet value: Foo = {\n${literal}\n};\n\`\`\``;
  return text.replace(
    /^## (?:Fields|Values|Supported Types)$/m,
    (heading) => `## Example Usage\n\n${fence}\n\n${heading}`,
  );
}

function linkRow(context: EditContext): string {
  return `| \`link${context.one % 10}\` | ${linkTo(context)} | ${presenceOf(context.other % 2 === 0)} | N/A |`;
}

function catchAllRow(context: EditContext): string {
  const values = context.one % 2 === 0 ? linkTo(context) : "*string*";
  return `| \`additionalProperties\` | Record<string, ${values}> | :heavy_minus_sign: | N/A |`;
}

/** Edits that make pages of a set refer to one another. */
export const linkingEdits: Readonly<Record<string, Edit>> = {
  linkRow: withRow(linkRow),
  secondLinkRow: withRow(linkRow),
  requiredLinkRow: withRow((context) => `| \`other\` | ${linkTo(context)} | :heavy_check_mark: | N/A |`),
  catchAllRow: withRow(catchAllRow),
  tag: withRow(tagRow),
  secondTag: withRow(tagRow),
  union: (_text, context) => unionOf(context),
  memberOf: (text, { one, paths }) =>
    text.replace(/^### .*$/m, () => `### \`components.${nameOf(pick(paths, one) ?? "")}\``),
  nullExample,
  bare: (text) => text.replace(/^## (?:Fields|Values|Supported Types)[\s\S]*$/m, ""),
};
