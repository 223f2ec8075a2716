import { describe, expect, it } from "vitest";
import { ruby } from "../../src/notation/ruby.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };
const dateDocs = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/Date.html";
const dateTimeDocs = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc/DateTime.html";
const responseDocs = "https://www.rubydoc.info/gems/faraday/Faraday/Response";

describe("a cell in Sorbet's words", () => {
  it.each([
    ["*::String*", "string"],
    ["*::Integer*", "integer"],
    ["*::Float*", "number"],
    ["*::Object*", "unknown"],
    ["*T::Boolean*", "boolean"],
    ["*T.nilable(::String)*", "string or nothing"],
    ["*T.nilable(T::Boolean)*", "boolean or nothing"],
    ["*T.nilable(::Object)*", "unknown or nothing"],
    ["T::Array<*::String*>", "string[]"],
    ["T::Array<T::Array<*::String*>>", "string[][]"],
    ["T::Hash[Symbol, *::Object*]", "Record<unknown>"],
    ["T::Hash[Symbol, T::Array<*::String*>]", "Record<string[]>"],
    ["T::Array<T::Hash[Symbol, [Models::Shared::Foo](foo.md)]>", "Record<Models.Shared.Foo → foo.md>[]"],
    ["[Models::Shared::Foo](../../models/shared/foo.md)", "Models.Shared.Foo → ../../models/shared/foo.md"],
    ["[T.nilable(Models::Shared::Foo)](foo.md)", "Models.Shared.Foo → foo.md or nothing"],
    ["T::Array<[Models::Errors::Foo](foo.md)>", "Models.Errors.Foo → foo.md[]"],
    ["[T.nilable(T.nilable(Models::Shared::Foo))](foo.md)", "Models.Shared.Foo → foo.md or nothing"],
  ])("reads %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });
});

describe("a cell in Crystalline's words", () => {
  it.each([
    ["*Crystalline::Boolean.new*", "boolean"],
    ["*Crystalline::Nilable.new(::String)*", "string or nothing"],
    ["*Crystalline::Nilable.new(Crystalline::Boolean.new)*", "boolean or nothing"],
    ["Crystalline::Array<*::String*>", "string[]"],
    ["Crystalline::Hash[Symbol, *::Object*]", "Record<unknown>"],
    ["Crystalline::Array<[Models::Components::Foo](foo.md)>", "Models.Components.Foo → foo.md[]"],
    ["[Crystalline::Nilable.new(Models::Components::Foo)](foo.md)", "Models.Components.Foo → foo.md or nothing"],
    ["Crystalline::Array.new(::String)", "string[]"],
    ["Crystalline::Hash.new(Symbol, ::Float)", "Record<number>"],
  ])("reads %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });
});

describe("a cell of an early generator", () => {
  it.each([
    ["*String*", "string"],
    ["*T.nilable(Integer)*", "integer or nothing"],
    ["*Object*", "unknown"],
    ["[Shared::Foo](foo.md)", "Shared.Foo → foo.md"],
    ["[T.nilable(::Sdk::Shared::Foo)](foo.md)", "Sdk.Shared.Foo → foo.md or nothing"],
    ["T::Hash[Symbol, [::Sdk::Shared::Foo](foo.md)]", "Record<Sdk.Shared.Foo → foo.md>"],
  ])("reads %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });
});

describe("a union that a link's text writes out", () => {
  it.each([
    ["[T.any(Models::Shared::A, Models::Shared::B)](pick.md)", "pick → pick.md as (Models.Shared.A | Models.Shared.B)"],
    [
      "[T.nilable(T.any(::String, T::Array[::String]))](../tagids.md)",
      "tagids → ../tagids.md as (string | string[]) or nothing",
    ],
    [
      "T::Array<[T.any(Models::Shared::A, T::Boolean)](fields_.md)>",
      "fields_ → fields_.md as (Models.Shared.A | boolean)[]",
    ],
    [
      "[Crystalline::Nilable.new(Crystalline::Union.new(Models::Components::A, Crystalline::Array.new(::String)))](p.md)",
      "p → p.md as (Models.Components.A | string[]) or nothing",
    ],
    [
      "[T.any(T::Hash[Symbol, ::Object], T::Array[T.any(::Float, ::String)])](p.md)",
      "p → p.md as (Record<unknown> | number | string[])",
    ],
    [
      "[Crystalline::DiscriminatedUnion.new('kind', { 'a' => Models::Components::A, 'b' => Models::Components::B })](p.md)",
      "p → p.md as (Models.Components.A | Models.Components.B)",
    ],
    ["[T.nilable(::String)](p.md#top)", "p → p.md#top as (string) or nothing"],
  ])("reads %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });
});

describe("a name of Ruby's libraries", () => {
  it.each([
    [`[Date](${dateDocs})`, `Date(date-time) → ${dateDocs}`],
    [`[DateTime](${dateTimeDocs})`, `DateTime(date) → ${dateTimeDocs}`],
    [`T::Array<[DateTime](${dateTimeDocs})>`, `DateTime(date) → ${dateTimeDocs}[]`],
    [`[T.nilable(Date)](${dateDocs})`, `Date(date-time) → ${dateDocs} or nothing`],
    ["*::DateTime*", "DateTime(date-time)"],
    ["*T.nilable(::Date)*", "Date(date) or nothing"],
    ["[T.any(::String, ::DateTime)](p.md)", "p → p.md as (string | DateTime(date-time))"],
    ["[Models::Shared::Date](date.md)", "Models.Shared.Date → date.md"],
    [`[Faraday::Response](${responseDocs})`, `Faraday.Response(Response) → ${responseDocs}`],
  ])("reads %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });
});

describe("a cell that is no type", () => {
  it.each([
    ["", "error at 0: expected a type"],
    ["*::String", "error at 9: expected `*`"],
    ["*T.nilable(::String*", "error at 19: expected `)`"],
    ["*T.nilable()*", "error at 11: expected a type"],
    ["*T.nilable*", "error at 10: expected `(` or `[` or `<`"],
    ["*T.proc(::String)*", "error at 1: expected a type"],
    ["T::Array<*::String*]", "error at 19: expected `>`"],
    ["T::Hash[*::String*]", "error at 8: expected the type of the keys"],
    ["T::Hash[Symbol]", "error at 14: expected `,`"],
    ["*T.any(::String; ::Float)*", "error at 15: expected `)`"],
    ["[Models::Shared::Foo]", "error at 21: expected `(` and a link's target"],
    ["[Models::Shared::Foo](foo.md", "error at 28: expected `)`"],
    ["[T.any(::String, ::Float)]()", "error at 0: expected a link to a page"],
    ["*Crystalline::DiscriminatedUnion.new(kind, {})*", "error at 37: expected a string"],
    ["*Crystalline::DiscriminatedUnion.new('kind', {})*", "error at 46: expected a string"],
    ["*::String* | nil", "error at 11: expected the end of the type"],
    ["::Foo::", "error at 5: expected the end of the type"],
    [`${"T::Array<".repeat(100)}::String`, "error at 585: expected a type that nests at most 64 deep"],
  ])("is refused: %s", (text, expected) => {
    expect(describeType(ruby.parseCell(text, start))).toBe(expected);
  });

  it("is refused at once however long it is", () => {
    expect(describeType(ruby.parseCell("A::".repeat(6_000), start))).toBe(
      "error at 17998: expected the end of the type",
    );
    expect(describeType(ruby.parseCell("(".repeat(20_000), start))).toBe("error at 0: expected a type");
  });

  it("is refused where a cell of Ruby ends too early", () => {
    const cell = "T::Array<[T.any(Models::Shared::A, T::Hash[Symbol, ::Object])](pick.md)>";
    for (let length = 0; length < cell.length; length++) {
      const result = ruby.parseCell(cell.slice(0, length), start);
      if (result.ok) expect(["T", "T::A", "T::Ar", "T::Arr", "T::Arra"]).toContain(cell.slice(0, length));
      else expect(result.error.offset).toBeLessThanOrEqual(length);
    }
  });
});

describe("a Ruby cell's places", () => {
  it("has the place of a name and of a null", () => {
    const result = ruby.parseCell("T::Array<[T.nilable(Models::Foo)](foo.md)>", start);
    const place = { start: { line: 3, column: 30, offset: 120 }, end: { line: 3, column: 41, offset: 131 } };
    const items = { kind: "nullable", source: { origin: "cell", place }, type: { target: { place } } };
    expect(result).toMatchObject({ ok: true, type: { kind: "array", items } });
  });
});

describe("a mark of Ruby", () => {
  it.each([
    "*::String*",
    "*T.nilable(String)*",
    "*T::Boolean*",
    "[Shared::Foo](foo.md)",
    `[Date](${dateDocs})`,
    `[Faraday::Response](${responseDocs})`,
  ])("is %s", (cell) => {
    expect(ruby.marks.cell.test(cell)).toBe(true);
  });

  it.each([
    "*string*",
    "*String*",
    "*Optional[str]*",
    "[components.T](t.md)",
    "[\\Foo\\Bar](Bar.md)",
    "Map\\<String, *T*>",
  ])("is not %s", (cell) => {
    expect(ruby.marks.cell.test(cell)).toBe(false);
  });
});

describe("a Ruby enum", () => {
  it("is open where its example says so", () => {
    const example =
      'value = Foo::BAR\n\n# Open enum: custom values go through deserialize\ncustom = Foo.deserialize("x")';
    expect(ruby.isOpenEnum("", example)).toBe(true);
    expect(ruby.isOpenEnum("", "value = Foo::BAR")).toBe(false);
    expect(ruby.isOpenEnum("", undefined)).toBe(false);
  });
});

describe("a Ruby member", () => {
  it("is its heading", () => {
    expect(describeMember(ruby, "Models::Shared::Foo")).toBe("Models.Shared.Foo");
  });
});
