import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { trials } from "../trials.js";
import { guards } from "./guards.js";
import { removalsOf } from "./removals.js";

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

function removed(source: string): readonly string[] {
  return removalsOf(source).map((removal) => removal.source);
}

describe("the removal of a guard", () => {
  it("leaves a text as it is that was rewritten", () => {
    expect(removed("const a = text.replaceAll(b, c).trim();")).toEqual(["const a = text.trim();"]);
  });

  it("goes on where a check left", () => {
    expect(removed("if (isBad(text)) { throw error; }")).toEqual(["if (false) { throw error; }"]);
    expect(removed("if (isGood(text)) count += 1;")).toEqual([]);
  });

  it("takes one side of a choice or of a condition", () => {
    expect(removed("a ? b : c;")).toEqual(["(b);", "(c);"]);
    expect(removed("a && b;")).toEqual(["(a);", "(b);"]);
  });

  it("takes one alternative of a pattern, or one part of a class of characters", () => {
    expect(removed("const a = /b|[c-de]/;")).toEqual([
      "const a = /[c-de]/;",
      "const a = /b/;",
      "const a = /b|[e]/;",
      "const a = /b|[c-d]/;",
    ]);
    expect(removed('const a = ["b", "c"].join("|");')).toEqual([
      'const a = ["c"].join("|");',
      'const a = ["b"].join("|");',
    ]);
    expect(removed("const a = String.raw`(?:b|c)`;")).toEqual([
      "const a = String.raw`(?:c)`;",
      "const a = String.raw`(?:b)`;",
    ]);
  });

  it("leaves what a pattern does not match: without it more is matched", () => {
    expect(removed("const a = /[^bc](?!d|[ef])(?<!g|h)/;")).toEqual([]);
  });

  it.each(guards)("has reasons only for what can be removed of $file", ({ file, spare = [] }) => {
    const told = removalsOf(readFileSync(fromRoot(file), "utf8")).map((removal) => removal.told);
    expect(spare.filter((each) => !told.some((words) => words.includes(each.told)))).toEqual([]);
  });

  it.each(guards)("has tests that are there for $file", ({ file, tests, trials: names }) => {
    expect([file, ...tests].filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
    expect(trials.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  });
});
