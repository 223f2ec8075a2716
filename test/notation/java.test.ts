import { describe, expect, it } from "vitest";
import { java } from "../../src/notation/java.js";
import { describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };

describe("a Java cell", () => {
  it.each([
    ["*String*", "string"],
    ["*boolean*", "boolean"],
    ["*Boolean*", "boolean"],
    ["*int*", "integer"],
    ["*Integer*", "integer"],
    ["*long*", "integer"],
    ["*Long*", "integer"],
    ["*short*", "integer"],
    ["*float*", "number"],
    ["*Double*", "number"],
    ["*Object*", "unknown"],
    ["byte[]", "Uint8Array"],
    ["*byte[]*", "Uint8Array"],
    ["*InputStream*", "InputStream(Stream<Uint8Array>)"],
    ["*BigDecimal*", "BigDecimal(decimal)"],
    ["*BigInteger*", "BigInteger(bigint)"],
    ["*Blob*", "Blob(Blob)"],
    ["*JsonNullable\\<String>*", "string?"],
    ["*Optional\\<JsonNullable\\<String>>*", "string?"],
    ["*JsonNullable\\<BigDecimal>*", "BigDecimal(decimal)?"],
    ["[JsonNullable\\<Foo>](../a/Foo.md)", "Foo → ../a/Foo.md?"],
    ["List\\<*String*>", "string[]"],
    ["List\\<[Foo](../a/Foo.md)>", "Foo → ../a/Foo.md[]"],
    ["List\\<List\\\\<*long*>>", "integer[][]"],
    ["List\\<Map\\\\<String, *Object*>>", "Record<unknown>[]"],
    ["Map\\<String, *boolean*>", "Record<boolean>"],
    ["Map\\<String, List\\\\<*String*>>", "Record<string[]>"],
    ["Map\\<String, Map\\\\<String, *Object*>>", "Record<Record<unknown>>"],
    ["Map\\<String, [Foo](Foo.md)>", "Record<Foo → Foo.md>"],
    ["List\\<*Optional\\<String>*>", "string?[]"],
    ["Map\\<String, *JsonNullable\\<Long>*>", "Record<integer?>"],
    ["List<*String*>", "string[]"],
    ["[Foo](../../models/a/Foo.md)", "Foo → ../../models/a/Foo.md"],
    ["[com.acme.sdk.models.a.Foo](../a/Foo.md)", "com.acme.sdk.models.a.Foo → ../a/Foo.md"],
    ["[Object](../a/Object.md)", "Object → ../a/Object.md"],
    ["[JsonNullable\\<String>](../a/String.md)", "String → ../a/String.md?"],
    ["[List](../a/List.md)", "List → ../a/List.md"],
    ["[List\\<Foo>](Foo.md)", "Foo → Foo.md[]"],
    ["[OffsetDateTime](https://docs.example/OffsetDateTime.html)", fromLibrary("OffsetDateTime", "date-time")],
    ["[LocalDate](https://docs.example/LocalDate.html)", fromLibrary("LocalDate", "date")],
    ["[HttpResponse\\<InputStream>](https://docs.example/HttpResponse.html)", fromLibrary("HttpResponse", "Response")],
    ["[HttpResponse\\<?>](https://docs.example/HttpResponse.html)", fromLibrary("HttpResponse", "Response")],
  ])("reads %s", (text, expected) => {
    expect(describeType(java.parseCell(text, start))).toBe(expected);
  });

  it.each([
    ["*Optional\\<String>*", "string or nothing"],
    ["*Optional\\<InputStream>*", "InputStream(Stream<Uint8Array>) or nothing"],
    ["[Optional\\<Foo>](../a/Foo.md)", "Foo → ../a/Foo.md or nothing"],
    ["[Optional\\<Object>](../a/Object.md)", "Object → ../a/Object.md or nothing"],
  ])("takes Optional off the whole of %s and says so", (text, expected) => {
    const result = java.parseCell(text, start);
    expect(describeType(result)).toBe(expected);
    expect(result).toMatchObject({ ok: true, optional: true });
  });

  it.each(["*String*", "*JsonNullable\\<String>*", "List\\<*Optional\\<String>*>", "[Optional](../a/Optional.md)"])(
    "does not take %s for optional",
    (text) => {
      expect(java.parseCell(text, start)).not.toHaveProperty("optional");
    },
  );

  it.each([
    ["", "error at 0: expected a type"],
    ["**", "error at 2: expected a type"],
    ["*String", "error at 7: expected `*`"],
    ["*String*[]", "error at 8: expected the end of the type"],
    ["List\\<*String*", "error at 14: expected `>`"],
    ["List\\<>", "error at 6: expected a type"],
    ["Map\\<String>", "error at 11: expected `,`"],
    ["Map\\<, *String*>", "error at 5: expected the type of the keys"],
    ["*Set\\<String>*", "error at 1: expected `List<T>` or `Map<String, T>` or `Optional<T>` or `JsonNullable<T>`"],
    ["[HttpResponse\\<? extends Foo>](Foo.md)", "error at 17: expected `>`"],
    ["[Foo]", "error at 5: expected `(` and a link's target"],
    ["[](Foo.md)", "error at 1: expected a type"],
    ["[*Foo*](Foo.md)", "error at 1: expected a type"],
    ["?string", "error at 0: expected a type"],
  ])("refuses %s", (text, expected) => {
    expect(describeType(java.parseCell(text, start))).toBe(expected);
  });

  it.each([
    ["lists", "List\\<".repeat(100), "error at 390: expected a type that nests at most 64 deep"],
    ["maps", "Map\\<String, ".repeat(100), "error at 844: expected a type that nests at most 64 deep"],
    ["Optionals", "Optional<".repeat(100), "error at 585: expected a type that nests at most 64 deep"],
    ["asterisks", "*".repeat(1000), "error at 65: expected a type that nests at most 64 deep"],
  ])("refuses too much of %s", (_what, text, expected) => {
    expect(describeType(java.parseCell(text, start))).toBe(expected);
  });

  it.each(["*", "[", "\\<", "<", "List\\<", "Optional", "a.", "](", "\\", "(", "byte[]"])(
    "comes to an end soon where %s fills the cell",
    (piece) => {
      const from = performance.now();
      java.parseCell(piece.repeat(Math.floor(20_000 / piece.length)), start);
      expect(performance.now() - from).toBeLessThan(1000);
    },
  );

  it("knows the place of a word of null", () => {
    const place = { start: { line: 3, column: 11, offset: 101 }, end: { line: 3, column: 32, offset: 122 } };
    expect(java.parseCell("*JsonNullable\\<String>*", start)).toMatchObject({
      type: { kind: "nullable", source: { origin: "cell", place } },
    });
  });
});

describe("Java's marks", () => {
  it.each([
    "*Optional\\<String>*",
    "[JsonNullable\\<Foo>](../a/Foo.md)",
    "List\\<*String*>",
    "Map\\<String, *Object*>",
    "byte[]",
    "[LocalDate](https://docs.oracle.com/javase/8/docs/api/java/time/LocalDate.html)",
  ])("are in %s", (cell) => {
    expect(java.marks.cell.test(cell)).toBe(true);
  });

  it.each([
    "*String*",
    "*boolean*",
    "*long*",
    "*byte[]*",
    "List<*string*>",
    "*Optional[str]*",
    "[]byte",
    "[Foo](Foo.md)",
  ])("are not in %s, which other languages write too", (cell) => {
    expect(java.marks.cell.test(cell)).toBe(false);
  });
});

describe("a Java enum", () => {
  it("is open where its example makes a value of a text", () => {
    expect(java.isOpenEnum("## Values", 'Coin custom = Coin.of("custom_value");')).toBe(true);
  });

  it.each([undefined, "Coin value = Coin.PENNY;"])("is closed by %j", (example) => {
    expect(java.isOpenEnum("## Values", example)).toBe(false);
  });
});

function fromLibrary(name: string, type: string): string {
  return `${name}(${type}) → https://docs.example/${name}.html`;
}
