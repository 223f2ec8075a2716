import { expect, it } from "vitest";
import { jsonText } from "./json-text.js";

it("keeps whole numbers and four digits of fractions", () => {
  expect(jsonText({ pages: 12_140, ratio: 1.23456, small: 0.000123456 })).toBe(
    '{"pages":12140,"ratio":1.235,"small":0.0001235}',
  );
});
