import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { trials } from "../trials.js";
import { guards } from "./guards.js";
import { removalsOf } from "./removals.js";

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

  it.each(guards)("has tests that are there for $file", ({ file, tests, trials: names }) => {
    const isThere = (path: string): boolean => existsSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));
    expect([file, ...tests].filter((path) => !isThere(path))).toEqual([]);
    expect(trials.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  });
});
