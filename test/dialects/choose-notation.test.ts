import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { Options } from "../../src/options.js";
import { type FieldRow, fieldPage, required } from "./field-page.js";

/** A page of fields, each as `name: cell`. */
function page(path: string, ...fields: readonly string[]): SourcePage {
  const rows = fields.map((field): FieldRow => {
    const [name = "", cell = ""] = field.split(": ");
    return [name, cell, required];
  });
  return fieldPage(path, path.replace(/.*\/|\.md$/g, ""), rows);
}

/** The notation of each page and why, in a word or two. */
function choices(pages: Parameters<typeof compile>[0], options: Options = {}): Readonly<Record<string, unknown>> {
  const { readings } = compile(pages, options);
  return Object.fromEntries([...readings].map(([path, { notation, reason }]) => [path, [notation, reason]]));
}

describe("the notation of a page", () => {
  it("is what its own cells show", () => {
    expect(choices([page("a.md", "id: *number*"), page("b.md", "id: **string*")])).toEqual({
      "a.md": ["typescript", { by: "page", signs: ["cell `*number*`"] }],
      "b.md": ["go", { by: "page", signs: ["cell `**string*`"] }],
    });
  });

  it("is its folder's where its own cells read the same in several languages", () => {
    const pages = [
      page("go/a.md", "Tags: []*string*"),
      page("go/b.md", "id: *string*"),
      page("ts/a.md", "id: *number*"),
    ];
    expect(choices(pages)["go/b.md"]).toEqual(["go", { by: "folder", folder: "go/" }]);
  });

  it("is that of most pages where its folder is silent too", () => {
    const pages = [page("other/b.md", "id: *string*"), page("go/a.md", "Tags: []*string*")];
    expect(choices(pages)["other/b.md"]).toEqual(["go", { by: "corpus" }]);
  });

  it("is the first where nothing speaks", () => {
    expect(choices([page("a.md", "id: *string*")])).toEqual({ "a.md": ["typescript", { by: "default" }] });
  });

  it("is what the configuration pins", () => {
    const pinned = choices([page("go/a.md", "id: *string*")], { notations: { "go/**": "go" } });
    expect(pinned).toEqual({ "go/a.md": ["go", { by: "pin", glob: "go/**" }] });
  });

  it("is a pinned page's notation where its folder is asked, whatever that page shows", () => {
    const pages = [page("a/a.md", "id: *number*"), page("a/b.md", "id: *string*")];
    expect(choices(pages, { notations: { "a/a.md": "go" } })["a/b.md"]).toEqual(["go", { by: "folder", folder: "a/" }]);
  });

  it("shows three signs at most, and each once", () => {
    const fields = ["a: *number*", "b: *number*", "c: *BigInt*", "d: *any*", "e: *true*", "f: *false*"];
    expect(choices([page("a.md", ...fields)])["a.md"]).toEqual([
      "typescript",
      { by: "page", signs: ["cell `*number*`", "cell `*BigInt*`", "cell `*true*`"] },
    ]);
  });
});

describe("a pin", () => {
  it("that the page's own signs contradict is an error at the title", () => {
    const { messages } = compile([page("go/a.md", "id: *number*")], { notations: { "go/**": "go" } });
    expect(messages.map(String)[0]).toBe(
      "go/a.md:1:3: Unexpected signs of typescript: cell `*number*`; expected go, which `go/**` pins",
    );
  });

  it("is not contradicted by names alone", () => {
    const { messages } = compile([page("ts/a.md", "ItemID: *string*")], { notations: { "ts/**": "typescript" } });
    expect(messages).toEqual([]);
  });
});
