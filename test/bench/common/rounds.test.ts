import { expect, it } from "vitest";
import { countOf, rotated } from "./rounds.js";

it("starts each round with another, and with the first again after the last", () => {
  expect([0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""))).toEqual(["abc", "bca", "cab", "abc"]);
});

it("gives nothing of nothing", () => {
  expect(rotated([], 3)).toEqual([]);
});

it("reads a whole number above 0", () => {
  expect(countOf("rounds", "5")).toBe(5);
  for (const text of ["0", "-1", "1.5", "many", ""]) {
    expect(() => countOf("rounds", text)).toThrow("--rounds takes a whole number above 0");
  }
});
