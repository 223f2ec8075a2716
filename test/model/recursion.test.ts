import { expect, test } from "vitest";
import type { ModelId } from "../../src/model/model.js";
import { findRecursive } from "../../src/model/recursion.js";

const id = (name: string): ModelId => name as ModelId;

function recursiveIn(references: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const edges = new Map(Object.entries(references).map(([from, to]) => [id(from), to.map(id)]));
  return [...findRecursive(edges)].sort();
}

test("models that reach themselves are recursive, and those that only lead to them are not", () => {
  expect(recursiveIn({ root: ["tree"], tree: ["leaf", "tree"], leaf: [] })).toEqual(["tree"]);
  expect(recursiveIn({ a: ["b"], b: ["c"], c: ["a", "d"], d: [] })).toEqual(["a", "b", "c"]);
});

test("models on the way from one circle to another are recursive too", () => {
  expect(recursiveIn({ list: ["list", "info", "leaf"], info: ["tree"], tree: ["tree"], leaf: [] })).toEqual([
    "info",
    "list",
    "tree",
  ]);
});

test("nothing is recursive where no model reaches itself", () => {
  expect(recursiveIn({ a: ["b", "c"], b: ["c"], c: [] })).toEqual([]);
});
