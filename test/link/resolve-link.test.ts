import { describe, expect, it } from "vitest";
import { indexModels } from "../../src/link/model-index.js";
import { resolveLink } from "../../src/link/resolve-link.js";
import type { Link } from "../../src/model/link.js";
import { type Model, modelId } from "../../src/model/model.js";
import { unknownType } from "../../src/model/type.js";

const point = { line: 1, column: 1, offset: 0 };
const place = { start: point, end: point };

function modelOf(page: string, name: string): Model<Link> {
  return {
    kind: "alias",
    cause: "bare",
    id: modelId(page),
    page,
    name,
    notation: "typescript",
    place,
    type: unknownType,
  };
}

function resolve(pages: Readonly<Record<string, string>>, from: string, link: Omit<Link, "place">): string {
  const index = indexModels(Object.entries(pages).map(([page, name]) => modelOf(page, name)));
  const resolution = resolveLink(from, { ...link, place }, index);
  const id = "id" in resolution ? resolution.id : undefined;
  const misplaced = "misplaced" in resolution ? "misplaced " : "";
  return id === undefined ? resolution.kind : `${misplaced}${resolution.kind} ${id}`;
}

const namespaces = { "components/foo.md": "Foo", "operations/foo.md": "Foo", "operations/bar.md": "Bar" };

describe("a link with a path", () => {
  it.each([
    ["./foo.md", "model operations/foo.md"],
    ["foo.md#fields", "model operations/foo.md"],
    ["../components/foo.md", "model components/foo.md"],
    ["../../models/components/foo.md", "model components/foo.md"],
    ["../../../sdk/models/components/foo.md", "model components/foo.md"],
    ["../../models/gone/missing.md", "dangling"],
    ["../../../../etc/foo.md", "outside"],
    ["/etc/passwd.md", "dangling"],
    ["https://example.com/foo.md", "dangling"],
    ["../../models/components/%66oo.md", "model components/foo.md"],
  ])("%s leads to %s", (url, expected) => {
    expect(resolve(namespaces, "operations/bar.md", { name: "Gone", url })).toBe(expected);
  });

  it("leads to the page with the longest end of its path where it dangles", () => {
    const pages = { "a/models/components/foo.md": "Foo", "b/models/other/foo.md": "Foo", "b/bar.md": "Bar" };
    expect(resolve(pages, "b/bar.md", { name: "Gone", url: "../x/components/foo.md" })).toBe(
      "model a/models/components/foo.md",
    );
  });

  it("never leads to a page by its file name alone", () => {
    const pages = { "components/foo.md": "Foo", "bar.md": "Bar" };
    expect(resolve(pages, "bar.md", { name: "Gone", url: "./other/foo.md" })).toBe("dangling");
  });

  it("finds its page in another case, where one alone fits", () => {
    const pages = { "Payments/Card.md": "Card", "Shared/Bar.md": "Bar" };
    expect(resolve(pages, "Shared/Bar.md", { name: "Gone", url: "../../Models/payments/card.md" })).toBe(
      "misplaced model Payments/Card.md",
    );
    const two = { ...pages, "payments/card.md": "Card" };
    expect(resolve(two, "Shared/Bar.md", { name: "Gone", url: "../../Models/PAYMENTS/card.md" })).toBe("dangling");
  });

  it("finds its page by namespace and name, where its folder has no such page", () => {
    const link = { name: "Foo", namespace: "Models::Components", url: "../../models/shared/foo.md" };
    expect(resolve(namespaces, "operations/bar.md", link)).toBe("misplaced model components/foo.md");
  });

  it("finds its page by file and name, where no folder is called as it says", () => {
    const pages = { "components/foo.md": "Foo", "operations/bar.md": "Bar" };
    const link = { name: "foo", url: "../../models/shared/foo.md" };
    expect(resolve(pages, "operations/bar.md", link)).toBe("misplaced model components/foo.md");
    expect(resolve({ ...pages, "shared/other.md": "Other" }, "operations/bar.md", link)).toBe("dangling");
    expect(resolve(namespaces, "operations/bar.md", link)).toBe("dangling");
  });

  it("is ambiguous where two pages fit equally, and takes the nearest where one is", () => {
    const pages = { "a/x/components/foo.md": "Foo", "b/x/components/foo.md": "Foo", "b/bar.md": "Bar" };
    const link = { name: "Gone", url: "../../y/components/foo.md" };
    expect(resolve(pages, "c/bar.md", link)).toBe("ambiguous");
    expect(resolve(pages, "b/bar.md", link)).toBe("ambiguous b/x/components/foo.md");
  });
});

describe("a name without a link", () => {
  it("is looked up in the folder of its namespace", () => {
    expect(resolve(namespaces, "operations/bar.md", { name: "Foo", namespace: "components" })).toBe(
      "model components/foo.md",
    );
  });

  it("is looked up at the root where no folder has the namespace's name", () => {
    const pages = { "foo.md": "Foo", "operations/bar.md": "Bar" };
    expect(resolve(pages, "operations/bar.md", { name: "Foo", namespace: "models" })).toBe("model foo.md");
  });

  it("is looked up in the page's own folder where it has no namespace", () => {
    expect(resolve(namespaces, "operations/bar.md", { name: "Foo" })).toBe("model operations/foo.md");
  });

  it("is looked up everywhere where it stands bare since one model alone is called so", () => {
    const pages = { "Components/Foo.md": "Foo", "Requests/Bar.md": "Bar" };
    const link = { name: "Foo", sole: true } as const;
    expect(resolve(pages, "Requests/Bar.md", link)).toBe("model Components/Foo.md");
    expect(resolve({ ...pages, "Errors/Foo.md": "Foo" }, "Requests/Bar.md", link)).toBe("dangling");
  });

  it("dangles where only another folder has the name", () => {
    expect(
      resolve({ "components/foo.md": "Foo", "operations/bar.md": "Bar" }, "operations/bar.md", { name: "Foo" }),
    ).toBe("dangling");
  });
});
