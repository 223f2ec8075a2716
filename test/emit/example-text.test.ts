import { expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Options } from "../../src/options.js";

const dateLink = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";
const row = (name: string, type: string): string => `| \`${name}\` | ${type} | :heavy_check_mark: | N/A |`;

function shownFor(
  value: string,
  types: readonly string[],
  options: Options = {},
  lineEnd = "\n",
  others: readonly SourcePage[] = [],
): string {
  const fence = ["```typescript", 'import { RFCDate } from "sdk/types";', `let value: Foo = ${value};`, "```"];
  const header = ["## Fields", "", "| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  const rows = types.map((type, at) => row("abc".charAt(at), type));
  const text = ["# Foo", "", "## Example Usage", "", ...fence, "", ...header, ...rows, ""].join(lineEnd);
  const { files } = compile([{ path: "foo.md", value: text }, ...others], options);
  const lines = files.find(({ path }) => path === "foo.ts")?.text.split("\n") ?? [];
  const from = lines.indexOf(" * ```typescript");
  return lines
    .slice(from + 1, lines.indexOf(" * ```"))
    .map((line) => line.slice(3))
    .join("\n");
}

const calendarDate = "[RFCDate](types/rfcdate.md)";

it("shows the text of a class where the type is text, without the import of the class", () => {
  const value = '{\n  a: new RFCDate("2026-11-10"),\n  b: [new RFCDate(\n    "2026-11-11"\n  ), "2026-11-12"],\n}';
  const shown = 'let value: Foo = {\n  a: "2026-11-10",\n  b: ["2026-11-11", "2026-11-12"],\n};';
  expect(shownFor(value, [calendarDate, `${calendarDate}[]`])).toBe(shown);
  expect(shownFor(value, [calendarDate, `${calendarDate}[]`], {}, "\r\n")).toBe(shown);
});

it("shows a `Date` as the page does, and its text where dates are text", () => {
  const value = '{ a: new Date("2026-11-10T01:02:03Z") }';
  const head = 'import { RFCDate } from "sdk/types";\nlet value: Foo = ';
  expect(shownFor(value, [dateLink])).toBe(`${head}${value};`);
  expect(shownFor(value, [dateLink], { dates: "string" })).toBe(`${head}{ a: "2026-11-10T01:02:03Z" };`);
});

it("shows what is made of no text, or where the type is none, as the page does", () => {
  const value = '{ a: new RFCDate(2026, 11), b: new Blob("x"), c: new RFCDate("2026-11-10") }';
  const shown = shownFor(value, [calendarDate, "*number*", calendarDate]);
  expect(shown).toContain('{ a: new RFCDate(2026, 11), b: new Blob("x"), c: "2026-11-10" };');
  expect(shown).toContain("import { RFCDate }");
});

const fields = ["## Fields", "", "| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
const pageOf = (title: string, rows: readonly string[]): SourcePage => ({
  path: `${title.toLowerCase()}.md`,
  value: [`# ${title}`, "", ...fields, ...rows, ""].join("\n"),
});
const payments: readonly SourcePage[] = [
  pageOf("Card", [row("type", '*"card"*'), row("at", dateLink), row("brand", "*string*")]),
  pageOf("Other", [row("type", "*string*"), row("at", dateLink)]),
  { path: "payment.md", value: "# Payment\n\n## Supported Types\n\n### `Card`\n\n### `Other`\n" },
];

it.each([
  ["has a member that no tag decides", '{ type: "cash", at: "1" }', '{ type: "cash", at: new Date("1") }'],
  [
    "has members that all fit",
    '{ type: "card", at: "1", brand: "b" }',
    '{ type: "card", at: new Date("1"), brand: "b" }',
  ],
  [
    "takes the keys of any member",
    '{ type: "cash", at: "1", brand: "b" }',
    '{ type: "cash", at: new Date("1"), brand: "b" }',
  ],
])("shows the texts within a union that %s", (_what, shown, value) => {
  const found = shownFor(`{ a: [${value}] }`, ["[Payment](payment.md)[]"], { dates: "string" }, "\n", payments);
  expect(found).toContain(`let value: Foo = { a: [${shown}] };`);
});

it("shows a union that fits in no way as the page does", () => {
  const value = '{ a: { type: 1, at: new Date("1") } }';
  expect(shownFor(value, ["[Payment](payment.md)"], { dates: "string" }, "\n", payments)).toContain(value);
});
