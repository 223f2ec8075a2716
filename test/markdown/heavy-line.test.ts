import { describe, expect, it } from "vitest";
import { findHeavyLine } from "../../src/markdown/heavy-line.js";

/** The least limit that a text is not over. */
function weightOf(text: string): number {
  for (let most = 0; ; most += 1) {
    if (findHeavyLine(text, most) === undefined) return most;
  }
}

describe("the weight of a text", () => {
  it.each([
    ["is one for each line", "a\nb\n", 3],
    ["is one more for each 200 characters of a line", `${"a".repeat(199)}\n${"a".repeat(400)}`, 4],
    ["counts a quote", "> a", 2],
    ["counts a quote behind a blank", " > a", 2],
    ["counts a quote behind a tab", "\t> a", 2],
    ["counts quotes in quotes", ">> > a", 4],
    ["counts lists in lists and quotes", "> - 1. a", 4],
    ["counts no mark within words", "a - b > c", 1],
    ["counts no number of ten digits", "1234567890. a", 1],
  ])("%s", (_fact, text, weight) => {
    expect(weightOf(text)).toBe(weight);
  });

  it.each(["-", "+", "*", "1.", "1)", "123456789."])(
    "counts a list by %j before a blank, a tab or the end of its line",
    (mark) => {
      expect([`${mark} a`, `${mark}\ta`, mark, `${mark}a`].map(weightOf)).toEqual([2, 2, 2, 1]);
    },
  );

  it.each([
    ["two blanks", "- a\n  b", 4],
    ["two tabs", "- a\n\t\tb", 4],
    ["one blank does not", "- a\n b", 3],
    ["no more than there are", "- a\n        b", 4],
    ["blanks behind a quote", "- a\n>  b", 5],
    ["tabs behind a quote", "- a\n>\t\tb", 5],
    ["blanks before a quote", "- a\n  > b", 5],
    ["tabs before a quote", "- a\n\t\t> b", 5],
  ])("counts an open list again where a line goes on with it: %s", (_by, text, weight) => {
    expect(weightOf(text)).toBe(weight);
  });

  it.each([
    ["a blank line, which looks at each of them", "- a\n\n", 6],
    ["a line that goes on without blanks", "- a\nb\n\nc", 6],
    ["two blank lines", "- a\n\n\nb\n\nc", 9],
    ["another item behind a blank line", "- a\n\n- b\n\nc", 9],
  ])("keeps a list open behind %s", (_what, text, weight) => {
    expect(weightOf(text)).toBe(weight);
  });

  it("closes lists where words follow a blank line", () => {
    expect(weightOf("- a\n\nb\n\nc")).toBe(7);
  });
});

it("finds the line at which a text becomes too heavy", () => {
  expect(findHeavyLine("a\n> b\nc", 2)).toMatchObject({ start: { line: 2, column: 1 }, end: { line: 2, column: 4 } });
  expect(findHeavyLine("a\n> b\nc", 4)).toBeUndefined();
});
