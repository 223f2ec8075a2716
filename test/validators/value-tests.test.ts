import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDate, checkDateObject, checkDateTime, comesFrom } from "../../src/runtime/validation/value-tests.js";

describe("the text of a date", () => {
  test("is that of a day that the calendar has", () => {
    const days = fc.date({
      min: new Date("0000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(days, (day) => checkDate(day.toISOString().slice(0, 10))));
    for (const day of ["2024-02-29", "2000-02-29", "2023-12-31", "2023-04-30"]) expect(checkDate(day)).toBe(true);
  });

  test("is no other", () => {
    const wrong = ["2023-02-29", "1900-02-29", "2023-04-31", "2023-00-01", "2023-13-01", "2023-01-00", "2023-01-32"];
    const malformed = [
      "",
      "2023-1-1",
      "2023-01-01\n",
      "2023-01-01T00:00:00Z",
      "23-01-01",
      "２０２３-01-01",
      null,
      20230101,
    ];
    for (const text of [...wrong, ...malformed]) expect(checkDate(text)).toBe(false);
  });
});

describe("the text of a date and time", () => {
  test("is what every Date writes of itself", () => {
    const dates = fc.date({ noInvalidDate: true });
    fc.assert(fc.property(dates, (date) => checkDateTime(date.toISOString())));
  });

  test.each([
    "2024-02-29T12:00:00Z",
    "2024-02-29t12:00:00z",
    "2024-02-29 12:00:00+00:00",
    "2024-02-29T12:00:00.123456789-0530",
    "2024-02-29T12:00+02",
    "2024-02-29T12:00:00",
    "2016-12-31T23:59:60Z",
  ])("may be %s", (text) => {
    expect(checkDateTime(text)).toBe(true);
  });

  test.each([
    "2024-02-29",
    "2023-02-29T12:00:00Z",
    "2024-02-29T24:00:00Z",
    "2024-02-29T12:60:00Z",
    "2024-02-29T12:00:61Z",
    "2024-02-29T12:00:00.Z",
    "2024-02-29T12:00:00+24:00",
    "2024-02-29T12:00:00Z ",
    "12:00:00Z",
    "",
  ])("is not %j", (text) => {
    expect(checkDateTime(text)).toBe(false);
  });

  test("is looked at in linear time", () => {
    const started = performance.now();
    expect(checkDateTime(`2024-02-29T12:00:00.${"0".repeat(5_000_000)}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("a Date is valid where it holds a time", () => {
  expect(checkDateObject(new Date(0))).toBe(true);
  for (const value of [new Date(Number.NaN), Object.create(Date.prototype), "2024-02-29", 0, null]) {
    expect(checkDateObject(value)).toBe(false);
  }
});

test("a value comes from a class that the platform has", () => {
  expect(comesFrom(new Uint8Array(), "Uint8Array")).toBe(true);
  expect(comesFrom({}, "Uint8Array")).toBe(false);
  expect(comesFrom({}, "NoSuchClass")).toBe(false);
});
