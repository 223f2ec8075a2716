import { describe, expect, it } from "vitest";
import { indexModels } from "../../src/link/model-index.js";
import { spellUnions } from "../../src/link/spell-unions.js";
import type { Link } from "../../src/model/link.js";
import { type Model, modelId } from "../../src/model/model.js";
import { unknownType } from "../../src/model/type.js";

const point = { line: 1, column: 1, offset: 0 };
const place = { start: point, end: point };

function bare(page: string, name: string): Model<Link> {
  return { kind: "alias", cause: "bare", id: modelId(page), page, name, notation: "ruby", place, type: unknownType };
}

function holderOf(target: Omit<Link, "place">): Model<Link> {
  const header = { id: modelId("a/holder.md"), page: "a/holder.md", name: "Holder", notation: "ruby", place };
  return { kind: "alias", cause: "unreadable", ...header, type: { kind: "reference", target: { ...target, place } } };
}

/** What a bare page `a/foo.md` becomes where a cell links to it. */
function kindOfFoo(target: Omit<Link, "place">): string | undefined {
  const models = spellUnions([bare("a/foo.md", "Foo"), bare("a/other.md", "Other"), holderOf(target)]);
  return indexModels(models).byId.get(modelId("a/foo.md"))?.kind;
}

describe("a bare page", () => {
  it("is a union of what a cell writes out", () => {
    expect(kindOfFoo({ name: "foo", url: "foo.md", spelled: { kind: "union", members: [unknownType] } })).toBe("union");
  });

  it("is a union of the other model that a cell names", () => {
    expect(kindOfFoo({ name: "Other", namespace: "a", url: "../a/foo.md" })).toBe("union");
  });

  it.each(["foo.md", "foo.md#fields", "../a/foo.md?plain=1"])("stays bare where a cell names it itself: %s", (url) => {
    expect(kindOfFoo({ name: "Foo", namespace: "a", url })).toBe("alias");
  });
});
