import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Options } from "../../src/options.js";

const dateLink = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";
const row = (name: string, type: string): string => `| \`${name}\` | ${type} | :heavy_check_mark: | N/A |`;

function shownFor(value: string, types: readonly string[], options: Options = {}, lineEnd = "\n"): string {
  const fence = ["```typescript", 'import { RFCDate } from "sdk/types";', `let value: Foo = ${value};`, "```"];
  const header = ["## Fields", "", "| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  const rows = types.map((type, at) => row("abc".charAt(at), type));
  const text = ["# Foo", "", "## Example Usage", "", ...fence, "", ...header, ...rows, ""].join(lineEnd);
  const { files } = compile([{ path: "foo.md", value: text }], options);
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
