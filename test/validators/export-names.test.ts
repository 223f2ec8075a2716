import fc from "fast-check";
import { expect, test } from "vitest";
import { exportName, exportNames, internalExports } from "../../src/emit/validators/export-names.js";

test("values begin with a small letter, so that they clash with no type of an ordinary name", () => {
  expect(exportNames("Foo")).toEqual([
    "fooValues",
    "isFoo",
    "checkFoo",
    "validateFoo",
    "assertFoo",
    "parseFoo",
    "fooShape",
    "fooSchema",
  ]);
  expect(exportName("APIKey", "schema")).toBe("aPIKeySchema");
  expect(exportName("ÉtatCivil", "schema")).toBe("étatCivilSchema");
});

test("names that have no small letter to begin with, or would read as a function, begin with an underscore", () => {
  expect(exportName("foo", "schema")).toBe("_fooSchema");
  expect(exportName("_Foo", "schema")).toBe("__FooSchema");
  expect(exportName("IsFoo", "schema")).toBe("_IsFooSchema");
  expect(exportName("Island", "schema")).toBe("islandSchema");
  expect(exportName("\u212aelvin", "schema")).not.toBe(exportName("Kelvin", "schema"));
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
  return exportNames(type).filter((name) => !internal.has(name));
}

test("what a file exports for other outputs is known from its types", () => {
  expect([
    ...internalExports([
      { kind: "interface", name: "Foo" },
      { kind: "const", name: "Bar" },
      { kind: "function", name: "checkFoo$1" },
    ]),
  ]).toEqual(["checkFoo", "fooShape", "checkFoo$1"]);
});
