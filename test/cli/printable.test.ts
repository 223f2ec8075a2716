import { describe, expect, it } from "vitest";
import { clipped, printable, printableJson, printableLines, withoutCommands } from "../../src/cli/printable.js";
import { project } from "./project.js";

describe("what is printed", () => {
  it.each([
    ["::error::a", String.raw`\u003a:error::a`],
    ["  ::error::a", String.raw`  \u003a:error::a`],
    ["a\n\t::error::a", "a\n\t\\u003a:error::a"],
    ["\u001b[31m::error::a", "\u001b[31m\\u003a:error::a"],
    ["a ::error::a", "a ::error::a"],
    ["a ##[error]b", String.raw`a \u0023#[error]b`],
    ["##vso[a]##teamcity[b]", String.raw`\u0023#vso[a]\u0023#teamcity[b]`],
    ["###[a]", String.raw`#\u0023#[a]`],
    ["## Fields", "## Fields"],
    ["\u001b[1;31m::error::a", "\u001b[1;31m\\u003a:error::a"],
    ["\u009b::a", "\u009b::a"],
    ["\u001b[m\v::a", "\u001b[m\v\\u003a:a"],
  ])("holds no command of a build service: %j", (text, expected) => {
    expect(withoutCommands(text)).toBe(expected);
  });

  it("means the same in JSON", () => {
    const value = { "::error::a": ["##[error]", "::b"] };
    const json = withoutCommands(JSON.stringify(value, undefined, 2));
    expect(json).not.toMatch(/##\w*\[/);
    expect(JSON.parse(json)).toEqual(value);
  });

  it("shows marks of a page as its reader sees them", () => {
    expect(printable("a \u202e##[b]\u2028")).toBe(String.raw`a \u202e\u0023#[b]\u2028`);
  });

  it.each([
    ["a control", "\u0007"],
    ["a control of the second set", "\u009b"],
    ["a format character", "\u202e"],
    ["a hidden format character", "\u{e0041}"],
    ["a line separator", "\u2028"],
    ["a paragraph separator", "\u2029"],
    ["half of a pair", "\ud800"],
    ["a line feed", "\n"],
  ])("shows %s by its number", (_what, character) => {
    expect(printable(`a${character}b`)).toMatch(/^a(?:\\u[0-9a-f]{4})+b$/);
  });

  it("keeps the lines of a text, each printable and ended, with no blanks at its end", () => {
    expect(printableLines("a \n\u001b##[b]\r\nc")).toBe("a\n\\u001b\\u0023#[b]\nc\n");
  });

  it("shows in JSON what a terminal may act on by its number, but for its own line feeds", () => {
    const value = { a: "\u202e\u009b\n", b: [1] };
    const json = printableJson(value);
    expect(json).toMatch(/^[\n -~]*$/);
    expect(json).toBe(`{\n  "a": "\\u202e\\u009b\\n",\n  "b": [\n    1\n  ]\n}`);
    expect(JSON.parse(json)).toEqual(value);
  });

  it("shows maps as lists of keys and values, and sets as lists", () => {
    const value = { map: new Map([["a", new Set([1])]]), list: [2], object: { b: null } };
    expect(JSON.parse(printableJson(value))).toEqual({
      map: [{ key: "a", value: [1] }],
      list: [2],
      object: { b: null },
    });
  });

  it("is cut to a width, and no pair is cut in two", () => {
    expect(["abcd", "abcde", "ab\u{1f600}c"].map((text) => clipped(text, 4))).toEqual(["abcd", "abc…", "ab…"]);
  });

  it("is no command where a page or an output is called like one", async () => {
    const { run } = project({ "models-docs/::error::a.md/b": "", "models-docs/::error::c.md": "# C\n" });
    const { stderr } = await run(["check"]);
    expect(stderr).toContain(String.raw`\u003a:error::c.ts  missing`);
    expect(stderr).not.toMatch(/^\s*::/m);
    expect((await run(["inspect", "--inputs", "--docs", "models-docs"])).stdout).toContain("models-docs/::error::c.md");
  });
});
