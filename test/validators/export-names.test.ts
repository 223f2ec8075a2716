import fc from "fast-check";
import { expect, test } from "vitest";
import { exportNames, internalExports } from "../../src/emit/validators/export-names.js";

test("values begin with a small letter, so that they clash with no type of an ordinary name", () => {
  expect(Object.values(exportNames("Foo"))).toEqual([
    "fooValues",
    "isFoo",
    "checkFoo",
    "tellFoo",
    "validateFoo",
    "assertFoo",
    "parseFoo",
    "fooShape",
    "fooSchema",
  ]);
  expect(exportNames("APIKey").schema).toBe("aPIKeySchema");
  expect(exportNames("ÉtatCivil").schema).toBe("étatCivilSchema");
});

test("names that have no small letter to begin with, or would read as a function, begin with an underscore", () => {
  expect(exportNames("foo").schema).toBe("_fooSchema");
  expect(exportNames("_Foo").schema).toBe("__FooSchema");
  expect(exportNames("IsFoo").schema).toBe("_IsFooSchema");
  expect(exportNames("Island").schema).toBe("islandSchema");
  expect(exportNames("\u212aelvin").schema).not.toBe(exportNames("Kelvin").schema);
});

test("two types share no public export", () => {
  const words = fc.constantFrom(
    "Foo",
    "foo",
    "Is",
    "is",
    "Validate",
    "Assert",
    "Parse",
    "Check",
    "Schema",
    "Values",
    "A",
    "a",
    "_",
    "É",
  );
  const type = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  const upper = type.filter((name) => /^\p{Lu}/u.test(name));
  fc.assert(
    fc.property(upper, upper, (one, other) => {
      fc.pre(one !== other);
      const names = new Set(publicNames(one));
      expect(publicNames(other).filter((name) => names.has(name))).toEqual([]);
    }),
  );
});

function publicNames(type: string): readonly string[] {
  const internal = internalExports([{ kind: "type", name: type }]);
  return Object.values(exportNames(type)).filter((name) => !internal.has(name));
}

test("what a file exports for other outputs is known from its types", () => {
  expect([
    ...internalExports([
      { kind: "interface", name: "Foo" },
      { kind: "const", name: "Bar" },
      { kind: "function", name: "checkFoo$1" },
    ]),
  ]).toEqual(["checkFoo", "tellFoo", "fooShape", "checkFoo$1"]);
});
