import { describe, expect, it } from "vitest";
import { fileOf, folderOf, isPathBelow, stemOfUrl } from "../../src/model/path.js";

describe("a path below a folder", () => {
  it.each([
    "a",
    "a/b.md",
    "a b/c..md",
    "..a",
    "a..",
    ".a",
    "..a/b..ts",
    "1:a",
    "ab:c.ts",
    "é",
    "__proto__/constructor.ts",
  ])("may be %j", (path) => {
    expect(isPathBelow(path)).toBe(true);
  });

  it.each([
    "",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "a/./b",
    "a/../b",
    "../a",
    "a/..",
    "a\\b",
    "..\\a",
    "\\\\server\\a",
    "a\0b",
    "c:a",
    "C:/a",
    "c:",
  ])("is not %j", (path) => {
    expect(isPathBelow(path)).toBe(false);
  });
});

describe("a URL of a page", () => {
  it.each([
    ["../a/foo.md", "foo"],
    ["foo.mdx", "foo"],
    ["a/foo.md?b=c/d.md", "foo"],
    ["a/foo.md#b/c.md", "foo"],
    ["a/foo.md?b\n#c", "foo"],
    ["foo", "foo"],
    ["foo.md.txt", "foo.md.txt"],
  ])("names in %j the file %j", (url, stem) => {
    expect(stemOfUrl(url)).toBe(stem);
  });
});

it("splits a path at its last slash", () => {
  expect([folderOf("a/b/c.md"), fileOf("a/b/c.md")]).toEqual(["a/b/", "c.md"]);
  expect([folderOf("c.md"), fileOf("c.md")]).toEqual(["", "c.md"]);
});
