import { describe, expect, it } from "vitest";
import { printable, withoutCommands } from "../../src/cli/printable.js";
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

  it("is no command where a page or an output is called like one", async () => {
    const { run } = project({ "models-docs/::error::a.md/b": "", "models-docs/::error::c.md": "# C\n" });
    const { stderr } = await run(["check"]);
    expect(stderr).toContain(String.raw`\u003a:error::c.ts  missing`);
    expect(stderr).not.toMatch(/^\s*::/m);
    expect((await run(["inspect", "--inputs", "--docs", "models-docs"])).stdout).toContain("models-docs/::error::c.md");
  });
});
