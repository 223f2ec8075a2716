import { beforeAll, describe, expect, test } from "vitest";
import type { Issue } from "../../src/runtime/validation.js";
import { type Validators, validatorsIn } from "./outputs.js";
import {
  array,
  choice,
  enumeration,
  field,
  literal,
  map,
  nullable,
  object,
  primitive,
  reference,
  schemaOf,
  union,
} from "./schema-builder.js";

const order = schemaOf(
  object("Order", [
    field("id", primitive("string")),
    field("lines", array(reference("Line"))),
    field("color", nullable(reference("Color")), "optional"),
    field("day", primitive("date"), "optional"),
    field("pay", union(reference("Card"), reference("Cash"), array(reference("Cash"))), "optional"),
    field("pet", reference("Pet"), "optional"),
    field("prices", map(primitive("number")), "optional"),
    field("size", union(primitive("number"), literal("big"), literal("small")), "optional"),
  ]),
  object("Line", [field("count", primitive("integer")), field("name", primitive("string"))]),
  enumeration("Color", ["red", "green"]),
  object("Card", [
    field("kind", literal("card")),
    field("number", primitive("string")),
    field("name", primitive("string")),
  ]),
  object("Cash", [field("kind", literal("cash")), field("amount", primitive("number"))]),
  object("Cat", [field("type", literal("cat")), field("lives", primitive("number"))]),
  object("Dog", [field("type", literal("dog")), field("name", primitive("string"))]),
  choice("Pet", [reference("Cat"), reference("Dog")], {
    property: "type",
    members: new Map([
      ["cat", 0],
      ["dog", 1],
    ]),
  }),
);

let validators: (name: string) => Validators;

beforeAll(async () => {
  validators = await validatorsIn(order, { unknownKeys: "reject" });
});

function issuesOf(value: object): readonly Issue[] {
  return validators("Order").validate({ id: "a", lines: [], ...value }).issues ?? [];
}

describe("issues", () => {
  test("are none for a value of the model, which is handed back as it is", () => {
    const value = { id: "a", lines: [] };
    expect(validators("Order").validate(value)).toEqual({ value });
    expect(validators("Order").validate(value).value).toBe(value);
  });

  test("are all that there are, in the order of the page", () => {
    const { issues } = validators("Order").validate({ lines: [{ count: "1" }, 2], prices: { a: 1, b: "2" }, other: 1 });
    expect(issues?.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["missing", "id"],
      ["type", "lines.0.count"],
      ["missing", "lines.0.name"],
      ["type", "lines.1"],
      ["type", "prices.b"],
      ["unknown-key", "other"],
    ]);
  });

  test("say what was expected and what kind of value was there, and where the page says so", () => {
    expect(issuesOf({ lines: [{ count: null, name: "a" }] })).toEqual([
      {
        code: "type",
        path: ["lines", 0, "count"],
        expected: "integer",
        received: "null",
        message: "expected integer, received null",
        docs: "models/Line.md:10",
      },
    ]);
    expect(issuesOf({ lines: [1] })[0]?.docs).toBe("models/Order.md:11");
    expect(issuesOf({ color: "blue" })[0]?.docs).toBe("models/Order.md:12");
    expect(validators("Color").validate("blue").issues?.[0]?.docs).toBe("models/Color.md:1");
    expect(issuesOf({ other: 1 })[0]?.docs).toBe("models/Order.md:1");
  });

  test("never hold a received value", () => {
    const secret = "hunter2";
    const value = {
      id: [secret],
      lines: secret,
      color: secret,
      day: secret,
      pay: { kind: secret },
      pet: { type: secret },
    };
    const { issues } = validators("Order").validate(value);
    expect(issues).toHaveLength(7);
    expect(JSON.stringify(issues)).not.toContain(secret);
    expect(() => validators("Order").assert(value)).toThrow(expect.not.stringContaining(secret));
  });

  test("of an enum name its values", () => {
    expect(issuesOf({ color: "blue" })).toMatchObject([{ code: "literal", expected: '"red" | "green"' }]);
    expect(issuesOf({ color: 1 })).toMatchObject([{ code: "literal", received: "number" }]);
  });

  test("are plain data, which every store and every transport takes", () => {
    const issues = issuesOf({ lines: [1] });
    expect(structuredClone(issues)).toEqual(issues);
    expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
    expect(Object.keys({ ...issues[0] })).toEqual(["message", "path", "code", "expected", "received", "docs"]);
  });

  test("speak another language where they are given one", () => {
    const { setMessages } = validators("Order").shared as {
      setMessages: (table: Record<string, (expected: string, received: string) => string> | undefined) => void;
    };
    setMessages({ type: (expected, received) => `erwartet: ${expected}, erhalten: ${received}` });
    try {
      expect(issuesOf({ id: 1, prices: { a: "1" } }).map(({ message }) => message)).toEqual([
        "erwartet: string, erhalten: number",
        "erwartet: number, erhalten: string",
      ]);
      expect(issuesOf({ day: "x" })[0]?.message).toBe("expected date as YYYY-MM-DD, received string");
    } finally {
      setMessages(undefined);
    }
  });

  test("of a text tell its form", () => {
    expect(issuesOf({ day: "2023-02-29" })).toMatchObject([{ code: "format", expected: "date as YYYY-MM-DD" }]);
    expect(issuesOf({ day: 1 })).toMatchObject([{ code: "type" }]);
  });

  test("of a hole in an array stop at the first", () => {
    expect(issuesOf({ lines: Array(4_000_000_000) })).toMatchObject([{ code: "missing", path: ["lines", 0] }]);
  });
});

describe("the issues of a union", () => {
  test("are those of the member that the discriminator names", () => {
    expect(issuesOf({ pet: { type: "dog" } })).toMatchObject([{ code: "missing", path: ["pet", "name"] }]);
  });

  test("name the values of the discriminator where it has another", () => {
    for (const type of ["cow", "constructor", "__proto__", 1]) {
      expect(issuesOf({ pet: { type } })).toMatchObject([
        { code: "literal", path: ["pet", "type"], expected: '"cat" | "dog"' },
      ]);
    }
    expect(issuesOf({ pet: {} })).toMatchObject([{ code: "missing", path: ["pet", "type"] }]);
  });

  test("are those of the closest member where nothing names it", () => {
    expect(issuesOf({ pay: { kind: "card" } }).map(({ path }) => path.join("."))).toEqual(["pay.number", "pay.name"]);
    expect(issuesOf({ pay: { kind: "cash", amount: "1" } })).toMatchObject([{ code: "type", path: ["pay", "amount"] }]);
    expect(issuesOf({ pay: [{ kind: "cash" }] })).toMatchObject([{ code: "missing", path: ["pay", 0, "amount"] }]);
  });

  test("are one where the value is like no member", () => {
    expect(issuesOf({ pay: 1 })).toMatchObject([{ code: "union", path: ["pay"], expected: "Card | Cash | Cash[]" }]);
    expect(issuesOf({ size: true })).toMatchObject([{ code: "union", expected: 'number | "big" | "small"' }]);
  });
});

describe("an assertion", () => {
  test("says nothing of a value of the model", () => {
    expect(validators("Color").assert("red")).toBeUndefined();
  });

  test("throws an error with every issue and the first of them in its message", () => {
    const { ModelValidationError } = validators("Order").shared as { ModelValidationError: new () => Error };
    const value = { id: 1, lines: [{ count: 1, name: 2 }], prices: { "a b": "1" }, x: 1, y: 1 };
    expect(() => validators("Order").assert(value)).toThrow(ModelValidationError);
    expect(() => validators("Order").assert(value)).toThrow(
      expect.objectContaining({
        name: "ModelValidationError",
        model: "Order",
        issues: validators("Order").validate(value).issues,
        message:
          "not a valid Order: id: expected string, received number; lines[0].name: expected string, received number; " +
          'prices["a b"]: expected number, received string; and 2 more',
      }),
    );
  });
});
