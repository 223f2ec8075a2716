import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { deepestNesting, nestsTooDeep } from "../../src/markdown/yaml-nesting.js";

describe("nesting of YAML", () => {
  it.each([
    ["lists in a line", (deep: number) => `${"[".repeat(deep)}${"]".repeat(deep)}`],
    ["lists over lines", (deep: number) => `${"[\n".repeat(deep)}${"]\n".repeat(deep)}`],
    ["objects in a line", (deep: number) => `${"{a: ".repeat(deep)}1${"}".repeat(deep)}`],
    ["lists by indicators", (deep: number) => `${"- ".repeat(deep - 1)}x`],
    ["keys by indicators", (deep: number) => `${"? ".repeat(deep - 1)}x`],
    ["objects by blanks", (deep: number) => Array.from({ length: deep }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
  ])("is counted: %s", (_name, make) => {
    expect([deepestNesting, deepestNesting + 1].map((deep) => nestsTooDeep(make(deep)))).toEqual([false, true]);
  });

  it.each([
    ["one after another", "- [a]\n".repeat(1000)],
    ["as objects one after another", `[${"{a: 1}, ".repeat(1000)}]`],
    ["in a text", `a: |\n${" [[[ - - -\n".repeat(1000)}`],
    ["in quotes", `a: "${"[".repeat(1000)}"`],
    ["that dedent again", "a:\n  b:\n    c: 1\n".repeat(1000)],
  ])("is not that of what stands %s", (_name, text) => {
    expect(nestsTooDeep(text)).toBe(false);
  });

  it("of a page's front matter ends no run: it names nothing then", () => {
    const value = `---\n${"- ".repeat(3000)}x\n---\n\n# Foo\n`;
    expect(compile([{ path: "foo.md", value }]).schema.models.size).toBe(1);
  });
});
