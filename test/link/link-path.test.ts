import { describe, expect, it } from "vitest";
import { climb, pathOf } from "../../src/link/link-path.js";

describe("a URL that leads to a page", () => {
  it.each([
    ["foo.md", "foo.md"],
    ["../a/foo.mdx", "../a/foo.mdx"],
    ["/a/foo.md", "/a/foo.md"],
    ["foo.md?b", "foo.md"],
    ["foo.md#b", "foo.md"],
    ["foo.md?b\n#c\nd", "foo.md"],
    ["a%20b/%66oo.md", "a b/foo.md"],
    ["%2e%2e/foo.md", "../foo.md"],
    ["a%/foo.md", "a%/foo.md"],
    ["1:foo.md", "1:foo.md"],
    ["a/b:c.md", "a/b:c.md"],
  ])("%j has the path %j", (url, path) => {
    expect(pathOf(url)).toBe(path);
  });

  it.each([
    "https://example.com/foo.md",
    "HTTPS://example.com/foo.md",
    "a1:foo.md",
    "a+b:foo.md",
    "a.b:foo.md",
    "a-b:foo.md",
    "ab:foo.md",
    "a:foo.md",
    "z:foo.md",
    "//example.com/foo.md",
    "%2f%2fexample.com/foo.md",
    "foo",
    "foo.html",
    "foo.md/",
    "foo.txt?a.md",
    "foo.txt#a.md",
  ])("is not %j", (url) => {
    expect(pathOf(url)).toBeUndefined();
  });
});

describe("a path", () => {
  it.each([
    ["is seen from the folder of its page", "a/b/foo.md", "bar.md", 0, ["a", "b", "bar.md"]],
    ["climbs", "a/b/foo.md", "../c/bar.md", 0, ["a", "c", "bar.md"]],
    ["climbs above the docs root", "a/foo.md", "../../../bar.md", 2, ["bar.md"]],
    ["climbs above the docs root and comes back", "foo.md", "../docs/bar.md", 1, ["docs", "bar.md"]],
    ["begins at the docs root behind a slash", "a/foo.md", "/b/bar.md", 0, ["b", "bar.md"]],
    ["has no use for `.` and empty segments", "a/foo.md", ".//./b//bar.md", 0, ["a", "b", "bar.md"]],
  ] as const)("%s", (_fact, page, path, climbed, segments) => {
    expect(climb(page, path)).toEqual({ climbed, segments });
  });
});
