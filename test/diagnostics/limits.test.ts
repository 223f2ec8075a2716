import { describe, expect, it } from "vitest";
import { limitsOf, overLimit } from "../../src/diagnostics/limits.js";

const place = { start: { line: 2, column: 3, offset: 9 }, end: { line: 2, column: 4, offset: 10 } };
const limits = limitsOf({ limits: { rows: 5, pageBytes: 7, columns: undefined } });

describe("a limit", () => {
  it("is that of the options, else the default", () => {
    expect([limits.rows, limits.pageBytes, limits.columns]).toEqual([5, 7, 50]);
  });

  it("says how many there are and how many may be, at the place", () => {
    expect(overLimit({ limit: "rows", page: "a.md", place, found: 6 }, limits)).toMatchObject({
      rule: "over-limit",
      page: "a.md",
      place,
      reason: "Unexpected a list of 6 rows or values, expected at most 5",
      actual: "6",
      expected: ["at most 5"],
      mend: "Shorten it, or set `limits.rows` in the configuration.",
    });
  });

  it("says that there are more where counting ended", () => {
    const { reason, actual } = overLimit({ limit: "rows", page: "a.md", place }, limits);
    expect([reason, actual]).toEqual([
      "Unexpected a list of more than 5 rows or values, expected at most 5",
      "more than 5",
    ]);
  });

  it("of a page's bytes is told where the page begins, that of pages nowhere", () => {
    expect(overLimit({ limit: "pageBytes", page: "a.md", found: 8 }, limits).place?.start.line).toBe(1);
    expect(overLimit({ limit: "pages", page: ".", found: 8 }, limits).place).toBeUndefined();
  });
});
