import { describe, expect, it } from "vitest";
import { csharp } from "../../src/notation/csharp.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };

describe("a C# cell", () => {
  it.each([
    ["*string*", "string"],
    ["*bool*", "boolean"],
    ["*int*", "integer"],
    ["*long*", "integer"],
    ["*ulong*", "integer"],
    ["*byte*", "integer"],
    ["*float*", "number"],
    ["*double*", "number"],
    ["*decimal*", "number"],
    ["*BigInteger*", "BigInteger(bigint)"],
    ["*object*", "unknown"],
    ["*byte[]*", "Uint8Array"],
    ["*byte\\[\\]*", "Uint8Array"],
    ["*HttpRequestMessage*", "HttpRequestMessage(Request)"],
    ["*MemoryQueueBufferStream*", "MemoryQueueBufferStream(Stream<Uint8Array>)"],
    ["List<*string*>", "string[]"],
    ["List<List<*string*>>", "string[][]"],
    ["List<Dictionary<String, *object*>>", "Record<unknown>[]"],
    ["Dictionary<String, *string*>", "Record<string>"],
    ["Dictionary<String, List<*string*>>", "Record<string[]>"],
    ["Dictionary<String, Dictionary<String, *object*>>", "Record<Record<unknown>>"],
    ["Dictionary\\<String, List\\\\<*string*>>", "Record<string[]>"],
    ["[Foo](../../Models/Components/Foo.md)", "Foo → ../../Models/Components/Foo.md"],
    ["List<[Foo](Foo.md)>", "Foo → Foo.md[]"],
    ["Dictionary<String, [Foo](Foo.md)>", "Record<Foo → Foo.md>"],
    ["[Models.Components.Foo](Foo.md)", "Models.Components.Foo → Foo.md"],
    ["List<[Models.Components.Foo](Foo.md)>", "Models.Components.Foo → Foo.md[]"],
    ["[Example.Models.Shared.Foo](Foo.md)", "Example.Models.Shared.Foo → Foo.md"],
    ["[Stream](../../Models/Components/Stream.md)", "Stream → ../../Models/Components/Stream.md"],
    ["[DateTime](https://a/system.datetime?view=net)", "DateTime(date-time) → https://a/system.datetime?view=net"],
    ["[DateOnly](https://a)", "DateOnly(date) → https://a"],
    ["[LocalDate](https://a)", "LocalDate(date) → https://a"],
    ["List<[LocalDate](https://a)>", "LocalDate(date) → https://a[]"],
    ["[HttpResponseMessage](https://a)", "HttpResponseMessage(Response) → https://a"],
    ["[UnityWebRequest](https://a)", "UnityWebRequest(Response) → https://a"],
    ["", "error at 0: expected a type"],
    ["*string", "error at 7: expected `*`"],
    ["*string* x", "error at 9: expected the end of the type"],
    ["*string?*", "error at 7: expected `*`"],
    ["List<>", "error at 5: expected a type"],
    ["List<*string*", "error at 13: expected `>`"],
    ["HashSet<*string*>", "error at 0: expected `List<T>` or `Dictionary<String, T>`"],
    ["Dictionary<*string*>", "error at 11: expected a type"],
    ["Dictionary<String>", "error at 17: expected `,`"],
    ["[List<Foo>](Foo.md)", "error at 5: expected `]`"],
    ["[Foo]", "error at 5: expected `(` and a link's target"],
    ["[Foo](Foo.md", "error at 12: expected `)`"],
    ["*byte[4]*", "error at 6: expected `]`"],
    [`${"List<".repeat(100)}*string*`, "error at 325: expected a type that nests at most 64 deep"],
  ])("reads %s", (text, expected) => {
    expect(describeType(csharp.parseCell(text, start))).toBe(expected);
  });
});

describe("a C# member's heading", () => {
  it.each([
    ["Str", "string"],
    ["Integer", "integer"],
    ["Int32", "integer"],
    ["Number", "number"],
    ["Float32", "number"],
    ["Decimal", "number"],
    ["Bigint", "bigint"],
    ["Boolean", "boolean"],
    ["Any", "unknown"],
    ["DateTime", "DateTime(date-time)"],
    ["ArrayOfStr", "string[]"],
    ["ArrayOfInt32", "integer[]"],
    ["MapOfAny", "Record<unknown>"],
    ["ArrayOfMapOfAny", "Record<unknown>[]"],
    ["ArrayOfFoo", "Foo[]"],
    ["MapOfFoo1", "Record<Foo1>"],
    ["Foo", "Foo"],
    ["ThreeDSecureDataV1", "ThreeDSecureDataV1"],
    ["Arrays", "Arrays"],
    ["ArrayOfficer", "ArrayOfficer"],
    ["MapOf", "MapOf"],
    ["Strategy", "Strategy"],
    ["List<*string*>", "string[]"],
    ["", "error at 0: expected a type"],
    ["Foo Bar", "error at 4: expected the end of the type"],
    [`${"ArrayOf".repeat(100)}Str`, "error at 455: expected a type that nests at most 64 deep"],
  ])("reads %s", (heading, expected) => {
    expect(describeMember(csharp, heading)).toBe(expected);
  });
});

describe("a C# page", () => {
  it.each([
    "List<*string*>",
    "Dictionary<String, *object*>",
    "[Foo](../../Models/Components/Foo.md)",
    "[Models.Components.Foo](../../Models/Components/Foo.md)",
    "[DateTime](https://learn.microsoft.com/en-us/dotnet/api/system.datetime?view=net-5.0)",
    "[LocalDate](https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html)",
    "*decimal*",
    "*object*",
    "*byte[]*",
  ])("shows by %s what it is written in", (cell) => {
    expect(csharp.marks.cell.test(cell)).toBe(true);
  });

  it.each([
    "*string*",
    "*long*",
    "*Object*",
    "byte[]",
    "List\\<*String*>",
    "List[*str*]",
    "Map\\<String, *String*>",
    "[Foo](../../models/components/foo.md)",
    "[Components\\Foo](../../Models/Components/Foo.md)",
    "[?Foo](./Foo.md)",
    "[DateTime](https://ruby-doc.org/stdlib/DateTime.html)",
    "[LocalDate](https://docs.oracle.com/LocalDate.html)",
  ])("does not show by %s what it is written in", (cell) => {
    expect(csharp.marks.cell.test(cell)).toBe(false);
  });

  it("is open where its example says so", () => {
    expect(csharp.isOpenEnum("", "// Open enum: use .Of() to create instances")).toBe(true);
    expect(csharp.isOpenEnum("", "var value = Foo.Bar;")).toBe(false);
    expect(csharp.isOpenEnum("", undefined)).toBe(false);
  });

  it.each(["[", "*", "List<", "\\", "Dictionary<String,", "A.", "[A](", " "])(
    "is refused however often it repeats %j",
    (part) => {
      const text = part.repeat(Math.floor(20_000 / part.length));
      expect(csharp.parseCell(text, start).ok).toBe(false);
    },
  );
});
