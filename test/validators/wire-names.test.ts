import { beforeAll, describe, expect, test } from "vitest";
import type { Schema } from "../../src/model/schema.js";
import { type Validators, validatorsIn } from "./outputs.js";
import {
  alias,
  array,
  called,
  choice,
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

const time = "2024-02-29T12:00:00.000Z";
const [text, number] = [primitive("string"), primitive("number")];

const schema: Schema = schemaOf(
  object("User", [
    called("user_name", field("userName", text)),
    called("created_at", field("createdAt", primitive("date-time"), "optional")),
    field("age", number, "optional"),
    called("home_address", field("homeAddress", reference("Address"), "optional")),
    called("past_addresses", field("pastAddresses", array(reference("Address")), "optional")),
    called("by_city", field("byCity", map(reference("Address")), "optional")),
    called("maybe_address", field("maybeAddress", nullable(reference("Address")), "optional")),
    field("contact", reference("Contact"), "optional"),
    field("place", reference("Place"), "optional"),
    called("best_friend", field("bestFriend", reference("User"), "optional")),
  ]),
  object("Address", [
    called("street_name", field("streetName", text)),
    called("house_number", field("houseNumber", number, "optional")),
  ]),
  object("Plain", [field("inner", reference("Address"), "optional"), field("id", text, "optional")]),
  object("Mail", [called("contact_kind", field("kind", literal("mail"))), called("mail_address", field("at", text))]),
  object("Phone", [called("contact_kind", field("kind", literal("phone"))), called("phone_number", field("at", text))]),
  choice("Contact", [reference("Mail"), reference("Phone")], {
    property: "kind",
    members: new Map([
      ["mail", 0],
      ["phone", 1],
    ]),
  }),
  object("Circle", [called("circle_kind", field("kind", literal("circle"))), field("r", number)]),
  object("Square", [called("square_kind", field("kind", literal("square"))), field("a", number)]),
  choice("Shape", [reference("Circle"), reference("Square")], {
    property: "kind",
    members: new Map([
      ["circle", 0],
      ["square", 1],
    ]),
  }),
  object("Point", [called("x_axis", field("xAxis", number)), called("y_axis", field("yAxis", number))]),
  object("Named", [called("place_name", field("placeName", text))]),
  choice("Place", [reference("Point"), reference("Named"), text]),
  object("Swapped", [called("b", field("a", text)), called("a", field("b", number))]),
  object("Chained", [called("b", field("a", text)), called("c", field("b", text))]),
  object("Extra", [called("user_id", field("userId", text))], number),
  object("Hostile", [
    called("__proto__", field("proto", number)),
    called("plain", field("__proto__", text)),
    called("constructor", field("made", text, "optional")),
    called('"]; throw 1; //', field("odd", text, "optional")),
    called("", field("empty", text, "optional")),
  ]),
  object("Twice", [
    called("x", field("one", text)),
    called("x", field("two", text)),
    called("one", field("three", text)),
  ]),
  alias("Users", array(reference("User"))),
  object("Node", [called("next_node", field("next", reference("Node"), "optional"))]),
  object("Mixed", [
    field("of", union(reference("Mixed"), reference("Likewise")), "optional"),
    called("i", field("id", text, "optional")),
  ]),
  object("Likewise", [
    field("of", union(reference("Mixed"), reference("Likewise")), "optional"),
    called("i", field("id", text, "optional")),
  ]),
  object("Left", [called("y", field("x", number)), field("q", number)]),
  object("Right", [called("z", field("y", number))]),
  choice("Crossed", [reference("Left"), reference("Right")]),
);

let validators: (name: string) => Validators;
let closed: (name: string) => Validators;

beforeAll(async () => {
  validators = await validatorsIn(schema);
  closed = await validatorsIn(schema, { unknownKeys: "reject" });
});

function parsed(name: string, json: unknown): unknown {
  return validators(name).parse(typeof json === "string" ? json : JSON.stringify(json));
}

function pathsOf(of: (name: string) => Validators, name: string, json: unknown): unknown {
  return of(name)
    .parse(typeof json === "string" ? json : JSON.stringify(json))
    .issues?.map(({ path, code }) => [code, ...path]);
}

describe("JSON with wire names", () => {
  const wire = { street_name: "Elm" };
  const local = { streetName: "Elm" };

  test.each([
    ["a model", { user_name: "a", age: 1 }, { userName: "a", age: 1 }],
    ["dates too", { user_name: "a", created_at: time }, { userName: "a", createdAt: new Date(time) }],
    ["a nested model", { user_name: "a", home_address: wire }, { userName: "a", homeAddress: local }],
    [
      "models in a list",
      { user_name: "a", past_addresses: [wire, wire] },
      { userName: "a", pastAddresses: [local, local] },
    ],
    [
      "models in a map, whose keys stay",
      { user_name: "a", by_city: { street_name: wire } },
      { userName: "a", byCity: { street_name: local } },
    ],
    ["a model beside null", { user_name: "a", maybe_address: wire }, { userName: "a", maybeAddress: local }],
    ["null", { user_name: "a", maybe_address: null }, { userName: "a", maybeAddress: null }],
    [
      "the member that the tag names",
      { user_name: "a", contact: { contact_kind: "phone", phone_number: "1" } },
      { userName: "a", contact: { kind: "phone", at: "1" } },
    ],
    [
      "the member that fits",
      { user_name: "a", place: { place_name: "b" } },
      { userName: "a", place: { placeName: "b" } },
    ],
    ["a member that is none", { user_name: "a", place: "b" }, { userName: "a", place: "b" }],
    [
      "a model within itself",
      { user_name: "a", best_friend: { user_name: "b", best_friend: { user_name: "c" } } },
      { userName: "a", bestFriend: { userName: "b", bestFriend: { userName: "c" } } },
    ],
  ])("becomes properties: %s", (_, json, value) => {
    expect(parsed("User", json)).toEqual({ value });
  });

  test("is read below models whose own names are alike, and in lists of models", () => {
    expect(parsed("Plain", { id: "a", inner: wire })).toEqual({ value: { id: "a", inner: local } });
    expect(parsed("Users", [{ user_name: "a" }])).toEqual({ value: [{ userName: "a" }] });
  });

  test("is told apart by tags that each member calls otherwise", () => {
    expect(parsed("Shape", { square_kind: "square", a: 1 })).toEqual({ value: { kind: "square", a: 1 } });
    expect(parsed("Shape", { circle_kind: "circle", r: 1 })).toEqual({ value: { kind: "circle", r: 1 } });
  });

  test("may swap names, or pass them on", () => {
    expect(parsed("Swapped", { a: 1, b: "x" })).toEqual({ value: { a: "x", b: 1 } });
    expect(parsed("Chained", { b: "x", c: "y" })).toEqual({ value: { a: "x", b: "y" } });
  });

  test("keeps a key that is called as a property under the name that the property left free", () => {
    expect(parsed("Swapped", { a: 1, b: "x", c: 2 })).toEqual({ value: { a: "x", b: 1, c: 2 } });
    expect(parsed("Chained", { a: 0, b: "x", c: "y" })).toEqual({ value: { a: "x", b: "y", c: 0 } });
    expect(parsed("Address", { street_name: "Elm", streetName: 1 })).toEqual({
      value: { streetName: "Elm", street_name: 1 },
    });
  });

  test("has other keys of their type, whatever they are called", () => {
    expect(parsed("Extra", { user_id: "a", userId: 1, more: 2 })).toEqual({
      value: { userId: "a", user_id: 1, more: 2 },
    });
    expect(pathsOf(validators, "Extra", { user_id: "a", userId: true })).toEqual([["union", "userId"]]);
  });

  test("does not say two fields by one key", () => {
    expect(parsed("Twice", { one: "a", two: "b", three: "c" })).toEqual({ value: { one: "a", two: "b", three: "c" } });
  });
});

describe("an issue of JSON text", () => {
  test.each([
    ["a missing key", "User", {}, [["missing", "user_name"]]],
    ["a key that is called as the property", "User", { userName: "a" }, [["missing", "user_name"]]],
    [
      "a key however deep",
      "User",
      { user_name: "a", best_friend: { user_name: "b", home_address: {} } },
      [["missing", "best_friend", "home_address", "street_name"]],
    ],
    [
      "a key in a list",
      "User",
      { user_name: "a", past_addresses: [{ street_name: "b" }, {}] },
      [["missing", "past_addresses", 1, "street_name"]],
    ],
    [
      "a key in a map",
      "User",
      { user_name: "a", by_city: { street_name: { street_name: 1 } } },
      [["type", "by_city", "street_name", "street_name"]],
    ],
    ["the tag", "Contact", { contact_kind: "fax" }, [["literal", "contact_kind"]]],
    ["a missing tag", "Contact", { kind: "mail" }, [["missing", "contact_kind"]]],
    ["a key of the tagged member", "Contact", { contact_kind: "mail" }, [["missing", "mail_address"]]],
    [
      "a key of the closest member",
      "User",
      { user_name: "a", place: { x_axis: 1, y_axis: "b" } },
      [["type", "place", "y_axis"]],
    ],
  ])("names %s", (_, name, json, issues) => {
    expect(pathsOf(validators, name, json)).toEqual(issues);
  });

  test("names the key of JSON that no field has, also where a property is called so", () => {
    expect(pathsOf(closed, "Address", { street_name: "a", streetName: "b", more: 1 })).toEqual([
      ["unknown-key", "streetName"],
      ["unknown-key", "more"],
    ]);
    expect(closed("Address").parse('{"street_name":"a"}')).toEqual({ value: { streetName: "a" } });
  });

  test("of a value names its properties", () => {
    const { issues } = validators("User").validate({ user_name: "a" });
    expect(issues?.map(({ path }) => path)).toEqual([["userName"]]);
  });
});

describe("hostile JSON with wire names", () => {
  test("has keys as data, whatever they are called", () => {
    const { value } = validators("Hostile").parse(
      '{"__proto__":1,"plain":"a","constructor":"b","\\"]; throw 1; //":"c","":"d","toString":"e"}',
    );
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(Object(value))).toEqual([
      ["proto", 1],
      ["__proto__", "a"],
      ["made", "b"],
      ["odd", "c"],
      ["empty", "d"],
      ["toString", "e"],
    ]);
  });

  test("tells keys as they stand", () => {
    expect(pathsOf(validators, "Hostile", '{"__proto__":"x","constructor":1}')).toEqual([
      ["type", "__proto__"],
      ["missing", "plain"],
      ["type", "constructor"],
    ]);
  });

  test("never reaches a prototype", () => {
    validators("Hostile").parse('{"__proto__":{"polluted":1},"plain":"a"}');
    validators("Extra").parse('{"user_id":"a","__proto__":1,"userId":2}');
    expect({}).not.toHaveProperty("polluted");
  });

  test("that is nested too deep ends in an issue", () => {
    const nested = (depth: number) => `${'{"next_node":'.repeat(depth)}{}${"}".repeat(depth)}`;
    expect(validators("Node").parse(nested(900)).issues).toBeUndefined();
    for (const depth of [1_001, 20_000, 200_000]) {
      expect(validators("Node").parse(nested(depth)).issues).toMatchObject([{ code: "depth" }]);
    }
  });

  test("of unions in unions, whose members are alike, ends in an issue", { timeout: 60_000 }, () => {
    const nested = `${'{"of":'.repeat(60)}{"i":1}${"}".repeat(60)}`;
    expect(validators("Mixed").parse(nested).issues?.length).toBeGreaterThan(0);
  });

  test("with the names of properties is no value of a union", () => {
    expect(validators("Place").parse('{"xAxis":1,"yAxis":2}').issues).toMatchObject([
      { code: "union", path: [], received: "object", message: "expected Place, received object" },
    ]);
    expect(pathsOf(validators, "Contact", { kind: "mail", at: "a" })).toEqual([["missing", "contact_kind"]]);
    expect(parsed("Shape", { kind: "square", a: 1 })).toHaveProperty("issues");
    expect(pathsOf(validators, "Shape", { circle_kind: "square", a: 1 })).toEqual([["type"]]);
    expect(parsed("Crossed", { x: 1 })).toHaveProperty("issues");
  });
});

describe("a JSON Schema", () => {
  const schemaAt = (side: "input" | "output", name: string) =>
    validators(name).schema["~standard"].jsonSchema[side]({ target: "draft-2020-12" });

  test("of the input names the keys of JSON", () => {
    expect(schemaAt("input", "Address")).toMatchObject({
      properties: { street_name: { type: "string" }, house_number: { type: "number" } },
      required: ["street_name"],
    });
    const { $defs } = schemaAt("input", "Contact");
    expect($defs).toMatchObject({
      Mail: {
        properties: { contact_kind: { const: "mail" }, mail_address: {} },
        required: ["contact_kind", "mail_address"],
      },
    });
  });

  test("of the output names the properties", () => {
    expect(schemaAt("output", "Address")).toMatchObject({
      properties: { streetName: { type: "string" }, houseNumber: { type: "number" } },
      required: ["streetName"],
    });
  });

  test("has a key __proto__ of its own", () => {
    expect(Object.hasOwn(Object(schemaAt("input", "Hostile")["properties"]), "__proto__")).toBe(true);
  });
});

describe("a shape", () => {
  test("says nothing of wire names where there are none", () => {
    expect(Object.keys(Object(validators("Plain").shape))).not.toContain("wireNames");
    expect(validators("Address").shape).toMatchObject({
      wireNames: [
        ["streetName", "street_name"],
        ["houseNumber", "house_number"],
      ],
    });
  });
});
