import { describe, expect, it } from "vitest";
import type { Link } from "../../src/model/link.js";
import { type Type, unknownType } from "../../src/model/type.js";
import { typeSizeOf } from "../../src/notation/type-size.js";

const point = { line: 1, column: 1, offset: 0 };
const place = { start: point, end: point };
const text: Type<Link> = { kind: "primitive", name: "string" };

function list(items: Type<Link>): Type<Link> {
  return { kind: "array", items };
}

function union(...members: readonly Type<Link>[]): Type<Link> {
  return { kind: "union", members };
}

function reference(spelled?: Type<Link>): Type<Link> {
  return { kind: "reference", target: { name: "Foo", place, ...(spelled && { spelled }) } };
}

describe("the size of a type", () => {
  it.each<[string, Type<Link>, readonly [depth: number, nesting: number, members: number, types: number]]>([
    ["a name", text, [0, 0, 0, 1]],
    ["a literal", { kind: "literal", value: 1 }, [0, 0, 0, 1]],
    ["an external type", { kind: "external", name: "A", from: "a" }, [0, 0, 0, 1]],
    ["a platform's type", { kind: "platform", name: "Blob" }, [0, 0, 0, 1]],
    ["a list", list(text), [1, 1, 0, 2]],
    ["a map", { kind: "map", values: text }, [1, 1, 0, 2]],
    ["a stream", { kind: "stream", items: text }, [1, 1, 0, 2]],
    ["lists and maps around one another", list({ kind: "map", values: list(text) }), [3, 3, 0, 4]],
    ["a union", union(text, text, unknownType), [1, 0, 3, 4]],
    ["the larger of two unions", union(union(text, text, text), list(union(text))), [3, 1, 3, 8]],
    [
      "a nullable type",
      { kind: "nullable", type: list(text), source: { origin: "cell", page: "a.md", place } },
      [1, 1, 0, 3],
    ],
    ["a reference", reference(), [0, 0, 0, 1]],
    ["what a link spells", reference(union(list(text), text)), [2, 1, 2, 5]],
  ])("is that of %s", (_what, type, [depth, nesting, members, types]) => {
    expect(typeSizeOf(type)).toEqual({ depth, nesting, members, types });
  });

  it("is found of a type that is deeper than the stack", () => {
    let type: Type<Link> = text;
    for (let depth = 0; depth < 100_000; depth += 1) type = list(type);
    expect(typeSizeOf(type)).toEqual({ depth: 100_000, nesting: 100_000, members: 0, types: 100_001 });
  });
});
