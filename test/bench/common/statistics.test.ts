import { describe, expect, it } from "vitest";
import { geometricMean, median, medianRatio } from "./statistics.js";

describe("median", () => {
  it("is the middle of the sorted numbers", () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it("lies between the two in the middle", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it("is not a number where there are none", () => {
    expect(median([])).toBeNaN();
  });

  it("leaves its numbers as they were", () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe("medianRatio", () => {
  it("compares within a round, so that a slow round slows both sides", () => {
    expect(medianRatio([2, 40, 2], [1, 20, 1])).toBe(2);
  });

  it("is not the ratio of the medians", () => {
    const [values, bases] = [
      [2, 3, 10],
      [1, 3, 4],
    ];
    expect(medianRatio(values, bases)).toBe(2);
    expect(median(values) / median(bases)).toBe(1);
  });
});

describe("geometricMean", () => {
  it("weighs a half and a double alike", () => {
    expect(geometricMean([0.5, 2])).toBeCloseTo(1);
    expect(geometricMean([1, 10, 100])).toBeCloseTo(10);
  });
});
