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

  it("does not change when a page is added", () => {
    const alone = nameModels([{ page: "a/foo.md", name: "Foo" }]);
    const beside = nameModels([
      { page: "a/bar.md", name: "Foo" },
      { page: "a/foo.md", name: "Foo" },
    ]);
    expect(beside[1]).toEqual(alone[0]);
  });
});
