import { expect, it } from "vitest";
import { formatCount, formatMilliseconds, formatRatio } from "./format.js";

it("gives ratios below ten two decimals", () => {
  expect([0.4, 9.994, 12.5, 1234].map(formatRatio)).toEqual(["0.40", "9.99", "13", "1,234"]);
});

it("gives counts commas", () => {
  expect([12_140, 0.4].map(formatCount)).toEqual(["12,140", "0"]);
});

it("gives short times two decimals", () => {
  expect([1.036, 51.2].map(formatMilliseconds)).toEqual(["1.04", "51"]);
});

it("shows a dash for what was not measured", () => {
  expect([formatRatio(undefined), formatRatio(Number.NaN), formatCount(undefined)]).toEqual(["–", "–", "–"]);
});
