import { describe, expect, it } from "vitest";
import { python } from "../../src/notation/python.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };

const read = (text: string): string => describeType(python.parseCell(text, start));

describe("a Python cell", () => {
  it.each([
    ["*str*", "string"],
    ["*int*", "integer"],
    ["*float*", "number"],
    ["*bool*", "boolean"],
    ["*bytes*", "Uint8Array"],
    ["*Any*", "unknown"],
    ["*Decimal*", "Decimal(decimal)"],
    ["List[*str*]", "string[]"],
    ["List[List[*str*]]", "string[][]"],
    ["Dict[str, *Any*]", "Record<unknown>"],
    ["Dict[str, List[*str*]]", "Record<string[]>"],
    ["List[Dict[str, Dict[str, *Any*]]]", "Record<Record<unknown>>[]"],
    ["*models.X*", "models.X"],
    ["[models.X](../models/x.md)", "models.X → ../models/x.md"],
    ["List[[models.X](x.md)]", "models.X → x.md[]"],
    ["Dict[str, List[[models.X](x.md)]]", "Record<models.X → x.md[]>"],
    ["[List[models.X]](x.md)", "models.X → x.md[]"],
    ["[errors.X](../errors/x_(1).md)", "errors.X → ../errors/x_(1).md"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["*Optional[str]*", "string or nothing"],
    ["Optional[str]", "string or nothing"],
    ["[Optional[models.X]](x.md)", "models.X → x.md or nothing"],
    ["*Optional[httpx.Response]*", "httpx.Response(Response) or nothing"],
    ["*OptionalStatus*", "OptionalStatus"],
  ])("takes an absence around the whole of %s for what the column beside it says", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["*Nullable[str]*", "string?"],
    ["*OptionalNullable[str]*", "string?"],
    ["*Optional[Nullable[str]]*", "string?"],
    ["[Nullable[models.X]](x.md)", "models.X → x.md?"],
    ["[OptionalNullable[models.X]](x.md)", "models.X → x.md?"],
    ["List[[Nullable[models.X]](x.md)]", "models.X → x.md?[]"],
    ["Dict[str, *Nullable[str]*]", "Record<string?>"],
    ["*OptionalNullable[Any]*", "unknown?"],
    ["*Union[str, None]*", "string?"],
    ["*Union[Nullable[str], int]*", "string | integer?"],
    ["*Literal[None]*", "?"],
    ["*OptionalNullable[Literal[None]]*", "?"],
  ])("reads the null of %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["List[*Optional[str]*]", "string?[]"],
    ["Dict[str, [Optional[models.X]](x.md)]", "Record<models.X → x.md?>"],
    ["*Optional[List[Optional[str]]]*", "string?[] or nothing"],
    ["*Union[Optional[str], int]*", "string | integer?"],
  ])("takes an absence inside of %s for null: nothing but a field can be absent", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['*Literal["x"]*', '"x"'],
    ["*Literal['x y']*", '"x y"'],
    ['*Optional[Literal["in_progress"]]*', '"in_progress" or nothing'],
    ['*Literal["a]", "b\\|c"]*', '"a]" | "b|c"'],
    ["*Literal[True]*", "true"],
    ["*OptionalNullable[Literal[False]]*", "false?"],
    ["*Literal[1, -2, 0.5]*", "1 | -2 | 0.5"],
    ['*Literal["a", None]*', '"a"?'],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['*Union[Literal["x"], UnrecognizedStr]*', '"x" | string'],
    ["*Union[Literal[1], UnrecognizedInt]*", "1 | integer"],
  ])("keeps the values of the open %s and admits others", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["*Union[bytes, IO[bytes], io.IOBase]*", "Uint8Array | Stream<Uint8Array> | io.IOBase(Stream<Uint8Array>)"],
    ["*Union[str, Union[int, str]]*", "string | integer"],
    ["*Union[models.X, models.X]*", "models.X"],
    ["[Union[models.X, str]](../models/choice.md)", "choice → ../models/choice.md as (models.X | string)"],
    ["[OptionalNullable[Union[str, int]]](choice.md)", "choice → choice.md as (string | integer)?"],
    ["List[[Union[str, int]](choice.md)]", "choice → choice.md as (string | integer)[]"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  const documentation = "https://docs.python.org/3/library/datetime.html";
  it.each([
    [`[date](${documentation}#date-objects)`, `date(date-time) → ${documentation}#date-objects`],
    [`[datetime](${documentation}#datetime-objects)`, `datetime(date) → ${documentation}#datetime-objects`],
    [`List[[date](${documentation}#date-objects)]`, `date(date-time) → ${documentation}#date-objects[]`],
    [`[Nullable[date]](${documentation}#date-objects)`, `date(date-time) → ${documentation}#date-objects?`],
  ])("takes %s for the other of the two, as its generator labels them", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["*datetime*", "datetime(date-time)"],
    ["[date](../models/date.md)", "date(date) → ../models/date.md"],
  ])("takes %s, which is no link to Python's documentation, at its word", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["", "error at 0: expected a type"],
    ["*str", "error at 4: expected `*`"],
    ["List[*str*", "error at 10: expected `]`"],
    ["Dict[, *str*]", "error at 5: expected the type of the keys"],
    ["Dict[str *Any*]", "error at 9: expected `,`"],
    ["*Maybe[str]*", "error at 1: expected `List[T]` or `Dict[str, T]` or `Union[A, B]`"],
    ["*Union[]*", "error at 7: expected a type"],
    ["*Literal[x]*", "error at 9: expected a string or a number or `True`, `False` or `None`"],
    ['*Literal["x]*', "error at 9: expected a string that ends"],
    ["[models.X]", "error at 10: expected `(` and a link's target"],
    ["[models.X](x.md", "error at 15: expected `)`"],
    ["*str* *int*", "error at 6: expected the end of the type"],
    ["`str`", "error at 0: expected a type"],
  ])("says where %s is no type", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["List[", "error at 325: expected a type that nests at most 64 deep"],
    ["Optional[", "error at 585: expected a type that nests at most 64 deep"],
    ["*", "error at 65: expected a type that nests at most 64 deep"],
    ["[", "error at 65: expected a type that nests at most 64 deep"],
    ["Dict[str, Union[", "error at 521: expected a type that nests at most 64 deep"],
  ])("refuses a nest of %s", (open, expected) => {
    expect(read(open.repeat(1000))).toBe(expected);
  });

  it.each(["*Union[str, ", "[[", "*Literal[1, ", "\\*"])("reads 20,000 characters of %s in no time", (part) => {
    const before = performance.now();
    expect(read(part.repeat(20_000).slice(0, 20_000))).toMatch(/^error at/);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("a Python member", () => {
  it.each([
    ["models.X", "models.X"],
    ["str", "string"],
    ["List[str]", "string[]"],
    ["Dict[str, Any]", "Record<unknown>"],
    ["List[Dict[str, models.X]]", "Record<models.X>[]"],
    ["datetime", "datetime(date-time)"],
    ["date", "date(date)"],
    ["Optional[str]", "string?"],
    ["Union[eventstreaming.EventStream[models.X], eventstreaming.EventStreamAsync[models.X]]", "Stream<models.X>"],
  ])("reads %s", (heading, expected) => {
    expect(describeMember(python, heading, "value: X = /* values here */\n")).toBe(expected);
  });
});

describe("Python's marks", () => {
  it.each([
    "*str*",
    "*Any*",
    "*Optional[str]*",
    "*Nullable[int]*",
    "[OptionalNullable[models.X]](x.md)",
    "List[*int*]",
    "Dict[str, *int*]",
    '*Literal["x"]*',
    "*Union[bytes, IO[bytes], io.IOBase]*",
    "[date](https://docs.python.org/3/library/datetime.html#date-objects)",
    "[httpx.Response](https://www.python-httpx.org/api/#response)",
  ])("know %s", (cell) => {
    expect(python.marks.cell.test(cell)).toBe(true);
  });

  it.each([
    "*int*", // C#, Java and PHP
    "*Decimal*", // TypeScript
    "[models.X](../models/x.md)", // TypeScript
    "*string*",
    "*Optional\\<String>*", // Java
    "List\\<*String*>",
    "List<*string*>", // C#
    "array<string, *mixed*>", // PHP
    "T::Array<*::String*>", // Ruby
    "Crystalline::Hash[Symbol, *::Object*]",
    "[T.nilable(T.any(::String, T::Array[::String]))](x.md)",
    "map[string]`any`", // Go
  ])("leave %s to others", (cell) => {
    expect(python.marks.cell.test(cell)).toBe(false);
  });
});

describe("a Python enum", () => {
  it.each([
    ["This is an open enum. Unrecognized values will not fail type checks.", undefined],
    ["## Values", '# Open enum: unrecognized values are captured as UnrecognizedStr\nvalue: X = "a"\n'],
    ["## Values", "value = X.A\n\n# Open enum: unrecognized values are captured as UnrecognizedInt"],
  ])("is open where its section says %s and its example %s", (section, example) => {
    expect(python.isOpenEnum(section, example)).toBe(true);
  });

  it.each([
    ["## Values", undefined],
    ["## Values", 'value: X = "# Open enum: no"'],
  ])("is closed where its section says %s and its example %s", (section, example) => {
    expect(python.isOpenEnum(section, example)).toBe(false);
  });
});
