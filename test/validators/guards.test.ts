import { beforeAll, describe, expect, test } from "vitest";
import { type Validators, validatorsIn } from "./outputs.js";
import { moneyModule, samples } from "./samples.js";

let loose: (name: string) => Validators;
let strict: (name: string) => Validators;

const others = { "money.ts": moneyModule };

beforeAll(async () => {
  loose = await validatorsIn(samples, {}, others);
  strict = await validatorsIn(samples, { optional: "exact", unknownKeys: "reject", dates: "string" }, others);
});

const least = { id: "x", count: null, any: undefined };

/** The least value of the model of everything with one property more. */
function withProperty(key: string, value: unknown): object {
  return Object.defineProperty({ ...least }, key, { value, enumerable: true });
}

const accepted: readonly (readonly [string, unknown])[] = [
  ["note", undefined],
  ["ratio", null],
  ["ratio", -0.5],
  ["big", 1n],
  ["price", "1.50"],
  ["made", new Date(0)],
  ["day", "2024-02-29"],
  ["whatever", undefined],
  ["tags", []],
  ["tags", ["a"]],
  ["grid", [["red", null], []]],
  ["labels", Object.create(null, { a: { value: "b", enumerable: true } })],
  ["labels", JSON.parse('{ "__proto__": "a", "constructor": "b" }')],
  ["labels", { a: "b", [Symbol("other")]: 1 }],
  ["meta", { a: undefined }],
  ["things", [undefined, null]],
  ["mixed", "a"],
  ["mixed", ["a"]],
  ["mixed", { a: 1 }],
  ["rows", ["a", "b"]],
  ["rows", ["red"]],
  ["rows", [true, false]],
  ["colors", { a: ["red"], b: [] }],
  ["kind", 1],
  ["blob", new Blob()],
  ["bytes", new ReadableStream()],
  ["money", { amount: "1" }],
  ["loose", undefined],
  ["constructor", "a"],
  ["__proto__", 1],
  ["unknown", 1],
];

const refused: readonly (readonly [string, unknown])[] = [
  ["note", null],
  ["count", undefined],
  ["count", Number.NaN],
  ["count", Number.POSITIVE_INFINITY],
  ["count", "1"],
  ["count", new Number(1)],
  ["big", 1],
  ["made", new Date(Number.NaN)],
  ["made", "2024-02-29T00:00:00Z"],
  ["made", Object.create(Date.prototype)],
  ["day", "2023-02-29"],
  ["tags", ["a", 1]],
  ["tags", Array(2)],
  ["tags", { length: 0 }],
  ["grid", [["blue"]]],
  ["labels", ["a"]],
  ["labels", { a: undefined }],
  ["labels", new Date(0)],
  ["labels", JSON.parse('{ "__proto__": 1 }')],
  ["meta", []],
  ["meta", new Date(Number.NaN)],
  ["things", Array(2)],
  ["mixed", ["a", 1]],
  ["mixed", { a: "b" }],
  ["mixed", true],
  ["rows", ["a", true]],
  ["colors", { a: ["blue"] }],
  ["kind", "1"],
  ["blob", {}],
  ["money", { amount: 1 }],
  ["constructor", 1],
  ["__proto__", "1"],
  ["letter", "A"],
];

describe("the guard of an object", () => {
  test.each(accepted)("takes the property %s as %o", (key, value) => {
    expect(loose("Everything").is(withProperty(key, value))).toBe(true);
    expect(loose("Everything").issues(withProperty(key, value))).toMatchObject([{ code: "depth", path: [] }]);
  });

  test.each(refused)("refuses the property %s as %o", (key, value) => {
    expect(loose("Everything").is(withProperty(key, value))).toBe(false);
    expect(loose("Everything").validate(withProperty(key, value)).issues?.[0]?.path[0]).toBe(key);
  });

  test.each([null, undefined, 1, "a", [], () => undefined, Symbol("a")])("refuses %o, which is no object", (value) => {
    expect(loose("Everything").is(value)).toBe(false);
    expect(loose("Empty").is(value)).toBe(false);
  });

  test("reads inherited properties, as TypeScript does", () => {
    expect(loose("Everything").is(Object.create(least))).toBe(true);
    expect(strict("Everything").is(Object.create(least))).toBe(true);
  });

  test("wants properties that every object inherits as own ones", () => {
    expect(loose("Inherited").is({})).toBe(false);
    expect(loose("Inherited").is({ toString: "a", valueOf: [1] })).toBe(true);
    expect(loose("Inherited").is({ toString: "a", valueOf: ["1"] })).toBe(false);
  });

  test("wants the key of a required field that may hold undefined", () => {
    expect(loose("Everything").is({ id: "x", count: null })).toBe(false);
    expect(loose("Forest").is({ trees: [] })).toBe(false);
    expect(loose("Forest").is({ trees: [], root: undefined })).toBe(true);
  });

  test("checks the keys beside its fields by the type of the index signature", () => {
    expect(loose("Extra").is({ id: 1, other: ["a"] })).toBe(true);
    expect(loose("Extra").is({ id: 1, other: [1] })).toBe(false);
    expect(loose("Extra").is({ id: 1, other: undefined })).toBe(true);
    // Where a field is optional the index signature says undefined, whatever the options are.
    expect(strict("Extra").is({ id: 1, other: undefined })).toBe(true);
    expect(loose("Anything").is({ a: undefined })).toBe(true);
  });

  test("takes one parameter, so that filters can use it", () => {
    expect([{ id: 1 }, {}].filter(loose("Extra").is)).toEqual([{ id: 1 }]);
    expect(loose("Tree").is).toHaveLength(1);
  });
});

describe("strict options", () => {
  test("refuse an optional key that holds undefined", () => {
    expect(strict("Everything").is({ ...least, note: undefined })).toBe(false);
    expect(strict("Everything").is({ ...least, constructor: undefined })).toBe(false);
    expect(strict("Everything").is({ ...least, tags: undefined })).toBe(false);
    expect(strict("Everything").is({ ...least, loose: undefined, whatever: undefined })).toBe(true);
  });

  test("refuse keys that no field names, but inherited ones", () => {
    expect(strict("Cat").is({ type: "cat", lives: 9 })).toBe(true);
    expect(strict("Cat").is({ type: "cat", lives: 9, name: "Tom" })).toBe(false);
    expect(strict("Cat").is(Object.assign(Object.create({ name: "Tom" }), { type: "cat", lives: 9 }))).toBe(true);
    expect(strict("Anything").is({ name: "Tom" })).toBe(true);
  });

  test("want dates as texts", () => {
    expect(strict("Everything").is({ ...least, made: "2024-02-29T12:00:00Z" })).toBe(true);
    expect(strict("Everything").is({ ...least, made: new Date() })).toBe(false);
  });
});

describe("the guards of other models", () => {
  test.each([
    ["Color", ["red", "green"], ["blue", "Red", 0, null, ["red"]]],
    ["Letter", ["a", "z"], ["aa", "", undefined]],
    ["Open", ["a", "b", 1, 2], [Number.NaN, true, null]],
    ["Flag", [true], [false, 1]],
    ["Nothing", [undefined, 1], []],
    [
      "Pet",
      [
        { type: "cat", lives: 9 },
        { type: "dog", name: "Rex" },
      ],
      [{ type: "cat" }, { type: "constructor" }, {}, []],
    ],
    ["Loosely", [{ type: "cat", lives: 9 }, [], [{ type: "cat", lives: 9 }]], [[{}], null]],
    ["Nowhere", [undefined, {}], []],
    ["Any", [undefined, {}], []],
    ["Names", [[], ["a"]], [[1], "a"]],
  ])("of %s takes %o and refuses %o", (name, good, bad) => {
    const { is, issues } = loose(name);
    for (const value of good) expect(is(value)).toBe(true);
    for (const value of bad) expect([is(value), issues(value)[0]?.code === "depth"]).toEqual([false, false]);
  });

  test("enum models export their values", () => {
    expect(loose("Open").module["openValues"]).toEqual(["a", 1]);
  });
});
