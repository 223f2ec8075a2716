import { describe, expect, it } from "vitest";
import { nameModels, outputFileOf } from "../../src/link/model-names.js";
import { typeNameOf } from "../../src/model/type-name.js";

describe("the type of a title", () => {
  it.each([
    ["Foo", "Foo"],
    ["Pet Shop", "PetShop"],
    ["pet-shop", "petShop"],
    ["2FA", "_2FA"],
    ["class", "class_"],
    ["string", "string_"],
    ["Date", "Date"],
    ["`*/", "_"],
    ["Größe", "Größe"],
    ["foo.Bar", "fooBar"],
  ])("%s is %s", (title, expected) => {
    expect(typeNameOf(title)).toBe(expected);
  });
});

describe("the output of a page", () => {
  it.each([
    ["components/foo.md", "components/foo.ts"],
    ["foo.mdx", "foo.ts"],
    ["index.md", "index_.ts"],
    ["Index.md", "Index_.ts"],
    ["index_.md", "index__.ts"],
    ["a/modelmark.md", "a/modelmark_.ts"],
    ["runtime.md", "runtime.ts"],
    ["con.md", "con_.ts"],
    ["con_.md", "con__.ts"],
    ["aux/foo.md", "aux_/foo.ts"],
    ["nul.foo.md", "nul-foo-47f6ef3a.ts"],
    ["COM¹.md", "COM¹_.ts"],
    ["manifest.json/foo.md", "manifest.json_/foo.ts"],
    ["foo.ts/bar.md", "foo.ts_/bar.ts"],
  ])("%s is %s", (page, expected) => {
    expect(outputFileOf(page)).toBe(expected);
  });

  it("tells pages apart that differ in case or ending alone, and leaves the plain one its name", () => {
    const pages = ["foo.md", "foo.mdx", "Foo.md", "bar.mdx"].map((page) => ({ page, name: "Foo" }));
    const files = nameModels(pages).map(({ file }) => file);
    expect(files[0]).toBe("foo.ts");
    expect(files[3]).toBe("bar.ts");
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(4);
  });

  it("tells folders apart that differ in case or composition alone, and leaves the plain one its name", () => {
    const pages = ["a/foo.md", "A/bar.md", "b/\u00e9/foo.md", "b/e\u0301/bar.md", "B/baz.md", "c/Foo/a.md"];
    const files = nameModels(pages.map((page) => ({ page, name: "Foo" }))).map(({ file }) => file);
    expect([files[0], files[2], files[5]]).toEqual(["a/foo.ts", "b/\u00e9/foo.ts", "c/Foo/a.ts"]);
    const folders = new Set(
      files.map((file) =>
        file
          .normalize("NFC")
          .toLowerCase()
          .replace(/[^/]*$/, ""),
      ),
    );
    expect(folders.size).toBe(6);
  });

  it("keeps of a name that is not safe what is, without marks at its ends", () => {
    const files = ["?what: is#.md", "???.md"].map(outputFileOf);
    expect(files[0]).toMatch(/^what-is-[0-9a-f]{8}\.ts$/);
    expect(files[1]).toMatch(/^[0-9a-f]{8}\.ts$/);
  });

  it("holds no half of a pair, which no file system takes", () => {
    const files = ["a\ud800.md", "a\udc00.md", "\ud800/a.md"].map(outputFileOf);
    expect(files.every((file) => /^[a-z0-9./-]+$/.test(file))).toBe(true);
    expect(new Set(files).size).toBe(3);
  });

  it("is of one page alone where another one is called as its output, or as the one that it moves aside to", () => {
    const distinct = nameModels(["Foo.md", "foo.mdx"].map((page) => ({ page, name: "Foo" }))).map(({ file }) => file);
    const pages = ["Foo.md", "foo.mdx", ...distinct.map((file) => file.replace(/\.ts$/, ".md"))];
    const files = nameModels(pages.map((page) => ({ page, name: "Foo" }))).map(({ file }) => file);
    expect(files.slice(2)).toEqual(distinct);
    expect(new Set(files).size).toBe(4);
  });

  it("stands in a folder that no other folder is alike", () => {
    const pages = ["A/foo.md", "a/bar.md", "a\u0301/foo.md", "\u00e1/bar.md"].map((page) => ({ page, name: "Foo" }));
    const folders = nameModels(pages).map(({ file }) => file.split("/")[0]?.normalize("NFC").toLowerCase());
    expect(new Set(folders).size).toBe(4);
    expect(folders[1]).toBe("a");
  });

  it("is cut where its name is longer than file systems take", () => {
    for (const page of [`${"a".repeat(300)}.md`, `${"é".repeat(200)}/${"\u{1f600}".repeat(70)}.md`]) {
      for (const name of outputFileOf(page).split("/")) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
  });

  it("does not change when a page is added", () => {
    const alone = nameModels([{ page: "a/foo.md", name: "Foo" }]);
    const beside = nameModels([
      { page: "a/bar.md", name: "Foo" },
      { page: "a/foo.md", name: "Foo" },
    ]);
    expect(beside[1]).toEqual(alone[0]);
  });
});
