import { beforeAll, describe, expect, test } from "vitest";
import { type Validators, validatorsIn } from "./outputs.js";
import {
  array,
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
const date = new Date(time);

const calendar = schemaOf(
  object("Event", [
    field("at", primitive("date-time")),
    field("day", primitive("date"), "optional"),
    field("ends", nullable(primitive("date-time")), "optional"),
    field("times", array(primitive("date-time")), "optional"),
    field("byName", map(primitive("date-time")), "optional"),
    field("count", primitive("bigint"), "optional"),
    field("when", union(primitive("date-time"), primitive("string")), "optional"),
    field("text", union(primitive("string"), primitive("date-time")), "optional"),
    field("note", reference("Note"), "optional"),
    field("loose", reference("Loose"), "optional"),
    field("next", reference("Event"), "optional"),
    field("file", { kind: "platform", name: "Blob" }, "optional"),
  ]),
  object("Started", [field("kind", literal("started")), field("at", primitive("date-time"))]),
  object("Named", [field("kind", literal("named")), field("at", primitive("string"))]),
  choice("Note", [reference("Started"), reference("Named")], {
    property: "kind",
    members: new Map([
      ["started", 0],
      ["named", 1],
    ]),
  }),
  object("Span", [field("from", primitive("date-time"))]),
  object("Label", [field("from", primitive("string")), field("to", primitive("string"))]),
  choice("Loose", [reference("Label"), reference("Span")]),
  object("Extra", [field("id", primitive("string"))], primitive("date-time")),
  object("Plain", [field("id", primitive("string"))]),
);

let validators: (name: string) => Validators;

beforeAll(async () => {
  validators = await validatorsIn(calendar);
});

function parsed(name: string, value: unknown): unknown {
  return validators(name).parse(JSON.stringify(value)).value;
}

describe("JSON text", () => {
  test.each([
    ["a date where the model has one", { at: time }, { at: date }],
    ["a date in a list", { at: time, times: [time] }, { at: date, times: [date] }],
    ["a date in a map", { at: time, byName: { a: time } }, { at: date, byName: { a: date } }],
    ["a date beside null", { at: time, ends: null }, { at: date, ends: null }],
    ["a date however deep", { at: time, next: { at: time } }, { at: date, next: { at: date } }],
    ["no date where the model has a text", { at: time, day: "2024-02-29" }, { at: date, day: "2024-02-29" }],
    [
      "the first member of a union that fits",
      { at: time, when: time, text: time },
      { at: date, when: date, text: time },
    ],
    [
      "the member that the tag names",
      { at: time, note: { kind: "named", at: time } },
      { at: date, note: { kind: "named", at: time } },
    ],
    [
      "dates in a tagged member",
      { at: time, note: { kind: "started", at: time } },
      { at: date, note: { kind: "started", at: date } },
    ],
    ["dates in a member that fits", { at: time, loose: { from: time } }, { at: date, loose: { from: date } }],
    [
      "texts in a member that fits first",
      { at: time, loose: { from: time, to: "a" } },
      { at: date, loose: { from: time, to: "a" } },
    ],
    [
      "a big integer, from digits",
      { at: time, count: "12345678901234567890" },
      { at: date, count: 12345678901234567890n },
    ],
    ["a big integer, from a safe number", { at: time, count: 7 }, { at: date, count: 7n }],
  ])("becomes %s", (_, json, value) => {
    expect(parsed("Event", json)).toEqual(value);
  });

  test("becomes dates under keys that no field names", () => {
    expect(parsed("Extra", { id: "a", made: time })).toEqual({ id: "a", made: date });
    expect(validators("Plain").parse('{"id":"a","more":1}')).toEqual({ value: { id: "a", more: 1 } });
  });

  test("keeps a key __proto__ as data", () => {
    const { value } = validators("Event").parse(`{"at":"${time}","byName":{"__proto__":"${time}"}}`);
    const { byName } = value as { byName: object };
    expect(Object.getPrototypeOf(byName)).toBe(Object.prototype);
    expect(Object.entries(byName)).toEqual([["__proto__", date]]);
    expect({}).not.toHaveProperty("getTime");
  });

  test("that is none ends in an issue without a word of it", () => {
    const { issues } = validators("Event").parse('{"secret": hunter2}');
    expect(issues).toEqual([
      {
        code: "json",
        path: [],
        expected: "JSON",
        received: "other text",
        message: "expected JSON, received other text",
        docs: "models/Event.md:1",
      },
    ]);
  });

  test("that is not of the model ends in the issues of its value", () => {
    const { issues } = validators("Event").parse(`{"at":"tomorrow","times":["${time}",1]}`);
    expect(issues?.map(({ path, code }) => [path, code])).toEqual([
      [["at"], "type"],
      [["times", 1], "type"],
    ]);
  });

  test("cannot carry what the platform has, and says so", () => {
    const { issues } = validators("Event").parse(`{"at":"${time}","file":{}}`);
    expect(issues).toMatchObject([{ path: ["file"], expected: "Blob", received: "unreadable value" }]);
  });

  test("that is nested 100,000 deep ends in an issue", () => {
    const text = `${`{"at":"${time}","next":`.repeat(100_000)}1${"}".repeat(100_000)}`;
    expect(validators("Event").parse(text).issues?.length).toBeGreaterThan(0);
  });
});
