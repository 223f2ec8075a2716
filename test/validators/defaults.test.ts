import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Schema } from "../../src/model/schema.js";
import { type Validators, validatorsIn } from "./outputs.js";
import {
  array,
  called,
  defaulting,
  enumeration,
  field,
  map,
  nullable,
  object,
  primitive,
  reference,
  schemaOf,
  union,
} from "./schema-builder.js";

const time = "2024-02-29T12:00:00.000Z";
const [text, number, date] = [primitive("string"), primitive("number"), primitive("date-time")];

const schema: Schema = schemaOf(
  object("Query", [
    defaulting('"desc"', field("order", reference("Order"), "optional")),
    defaulting("10", called("page_size", field("pageSize", number, "optional"))),
    defaulting('["a",{"b":[]}]', field("list", array(primitive("unknown")), "optional")),
    defaulting('{"__proto__":{"x":1},"constructor":2}', field("bag", map(primitive("unknown")), "optional")),
    defaulting(`"${time}"`, field("since", date, "optional")),
    defaulting("7", field("big", primitive("bigint"), "optional")),
    defaulting("null", field("none", text, "optional", "yes")),
    defaulting('{"max_price":5}', field("filter", reference("Filter"), "optional")),
    defaulting(`["${time}"]`, field("either", union(array(date), text), "optional")),
    defaulting('"must"', field("must", text)),
  ]),
  enumeration("Order", ["asc", "desc"]),
  object("Filter", [
    called("max_price", field("maxPrice", number)),
    defaulting('"EUR"', field("currency", text, "optional")),
  ]),
  object("Node", [defaulting("{}", field("next", reference("Node"), "optional"))]),
  object("Odd", [defaulting('"x"', field("__proto__", text, "optional"))]),
  object("Wrong", [
    defaulting('"ten"', field("size", number, "optional")),
    defaulting("null", field("never", text, "optional")),
    defaulting('{"max_price":"x"}', field("filter", reference("Filter"), "optional")),
    defaulting('{"max_price":1,"more":2}', field("surplus", reference("Filter"), "optional")),
    defaulting('{"maxPrice":1}', field("local", reference("Filter"), "optional")),
    defaulting('"2024-02-30T12:00:00Z"', field("since", date, "optional")),
    defaulting('"other"', field("order", reference("Order"), "optional")),
    defaulting("{}", field("file", { kind: "platform", name: "Blob" }, "optional")),
    defaulting("1.5", field("big", primitive("bigint"), "optional")),
    defaulting("[1,null]", field("list", array(nullable(text)), "optional")),
  ]),
);

let documenting: (name: string) => Validators;
let filling: (name: string) => Validators;

beforeAll(async () => {
  documenting = await validatorsIn(schema);
  filling = await validatorsIn(schema, { defaults: "fill", unknownKeys: "reject" });
});

/** What a query is once its defaults are filled in. */
function filled(): Readonly<Record<string, unknown>> {
  return {
    must: "a",
    order: "desc",
    pageSize: 10,
    list: ["a", { b: [] }],
    bag: JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
    since: new Date(time),
    big: 7n,
    none: null,
    filter: { maxPrice: 5 },
    either: [new Date(time)],
  };
}

function parse(name: string, value: unknown): unknown {
  return filling(name).parse(JSON.stringify(value)).value;
}

describe("a default", () => {
  test("is not filled in unless that is asked for", () => {
    expect(documenting("Query").parse('{"must":"a"}')).toEqual({ value: { must: "a" } });
  });

  test("is filled in where its optional key is left out", () => {
    expect(parse("Query", { must: "a" })).toEqual(filled());
    expect(parse("Query", { must: "a", page_size: 1, none: "b" })).toEqual({ ...filled(), pageSize: 1, none: "b" });
  });

  test("of a required field is not filled in", () => {
    expect(filling("Query").parse("{}").issues).toMatchObject([{ code: "missing", path: ["must"] }]);
  });

  test("does not stand for null", () => {
    expect(filling("Query").parse('{"must":"a","order":null}').issues).toMatchObject([{ path: ["order"] }]);
  });

  test("is taken as it stands: nothing is filled into it", () => {
    expect(parse("Query", { must: "a" })).toHaveProperty("filter", { maxPrice: 5 });
    expect(parse("Query", { must: "a", filter: { max_price: 1 } })).toHaveProperty("filter", {
      maxPrice: 1,
      currency: "EUR",
    });
    expect(parse("Node", {})).toEqual({ next: {} });
    expect(parse("Node", { next: { next: {} } })).toEqual({ next: { next: { next: {} } } });
  });

  test("is each value's own", () => {
    const [one, other] = [parse("Query", { must: "a" }), parse("Query", { must: "a" })] as [
      Record<"list" | "bag" | "filter", object>,
      Record<"list" | "bag" | "filter", object>,
    ];
    for (const key of ["list", "bag", "filter"] as const) expect(one[key]).not.toBe(other[key]);
    Object.assign(one.list, ["changed"]);
    Object.assign(one.filter, { maxPrice: 0 });
    expect(other).toEqual(filled());
    expect(parse("Query", { must: "a" })).toEqual(filled());
  });

  test("has keys as data", () => {
    const { bag } = parse("Query", { must: "a" }) as { readonly bag: object };
    expect(Object.getPrototypeOf(bag)).toBe(Object.prototype);
    expect(Object.entries(bag)).toEqual([
      ["__proto__", { x: 1 }],
      ["constructor", 2],
    ]);
    expect(Object.entries(parse("Odd", {}) as object)).toEqual([["__proto__", "x"]]);
    expect({}).not.toHaveProperty("x");
  });

  test("that its type does not admit is neither filled in nor shown", () => {
    expect(parse("Wrong", {})).toEqual({});
    expect(filling("Wrong").shape).not.toHaveProperty("defaults");
  });

  test("leaves what the text says as it is", () => {
    const given = fc.record(
      {
        must: fc.string(),
        order: fc.constantFrom("asc", "desc"),
        page_size: fc.integer(),
        list: fc.array(fc.jsonValue()),
        bag: fc.dictionary(fc.string(), fc.jsonValue()),
        none: fc.option(fc.string()),
      },
      { requiredKeys: ["must"] },
    );
    const property = fc.property(given, (value) => {
      const { page_size: pageSize = 10, ...others } = JSON.parse(JSON.stringify(value));
      expect(parse("Query", value)).toEqual({ ...filled(), pageSize, ...others });
    });
    fc.assert(property);
  });
});

describe("a JSON Schema", () => {
  test("of the input shows defaults, also beside references", () => {
    const { properties } = documenting("Query").schema["~standard"].jsonSchema.input({ target: "draft-07" });
    expect(properties).toMatchObject({
      order: { allOf: [{ $ref: "#/definitions/Order" }], default: "desc" },
      page_size: { type: "number", default: 10 },
      must: { type: "string", default: "must" },
      filter: { default: { max_price: 5 } },
    });
    const { bag } = properties as { readonly bag: { readonly default: object } };
    expect(Object.keys(bag.default)).toEqual(["__proto__", "constructor"]);
  });

  test("of the output shows none", () => {
    const { output } = documenting("Query").schema["~standard"].jsonSchema;
    expect(JSON.stringify(output({ target: "draft-07" }))).not.toContain('"default"');
  });
});
