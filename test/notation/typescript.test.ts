import { describe, expect, it } from "vitest";
import { typescript } from "../../src/notation/typescript.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };
const cell = (text: string): string => describeType(typescript.parseCell(text, start));
const member = (text: string): string => describeMember(typescript, text);

describe("a TypeScript cell", () => {
  it.each([
    ["*string*", "string"],
    ["*number*", "number"],
    ["*boolean*", "boolean"],
    ["*any*", "unknown"],
    ["*BigInt*", "BigInt(bigint)"],
    ["*Decimal*", "Decimal(decimal)"],
    ["*Uint8Array*", "Uint8Array(Uint8Array)"],
    ["*Request*", "Request(Request)"],
    ["*true*", "true"],
    ["*false*", "false"],
    ['*"in_progress"*', '"in_progress"'],
    ['*"*"*', '"*"'],
    ['*"a\\|b"*', '"a|b"'],
    ["*42*", "42"],
    ["*-1.5*", "-1.5"],
    ["*string*[]", "string[]"],
    ["*number*[][]", "number[][]"],
    ["*components.Union*", "components.Union"],
    ["*components.Union*[]", "components.Union[]"],
    ["*ValidationError*[]", "ValidationError[]"],
    ["[components.Foo](../../models/components/foo.md)", "components.Foo → ../../models/components/foo.md"],
    ["[Foo](../../models/shared/foo.md)[]", "Foo → ../../models/shared/foo.md[]"],
    ["[Date](https://developer.mozilla.org/x/Date)", "Date(date-time) → https://developer.mozilla.org/x/Date"],
    ["[Date](../../types/rfcdate.md)", "Date(date) → ../../types/rfcdate.md"],
    ["[RFCDate](../../types/rfcdate.md)", "RFCDate(date) → ../../types/rfcdate.md"],
    [
      "[AxiosResponse>](https://axios-http.com/docs/res_schema)",
      "AxiosResponse(unknown) → https://axios-http.com/docs/res_schema",
    ],
    ["Record<string, *string*>", "Record<string>"],
    ["Record\\<string, *any*>", "Record<unknown>"],
    ["Record<string, Record<string, [M](m.md)[]>>", "Record<Record<M → m.md[]>>"],
    ["Record<string, *string*>[]", "Record<string>[]"],
    ["*ReadableStream<Uint8Array>*", "Stream<Uint8Array(Uint8Array)>"],
    ["*ReadableStream\\<Uint8Array>*", "Stream<Uint8Array(Uint8Array)>"],
    [
      "[File](https://a) \\| [Blob](https://b) \\| [c.M](m.md)",
      "File(File) → https://a | Blob(Blob) → https://b | c.M → m.md",
    ],
    ["[a(b)](x_(y).md)", "error at 2: expected `]`"],
    ["", "error at 0: expected a type"],
    ["*string", "error at 7: expected `*`"],
    ["*string* x", "error at 9: expected the end of the type"],
    ["Set<string>", "error at 0: expected `Record<string, T>` or `Array<T>` or a stream of `T`"],
    ["Record<number, *string*>", "error at 7: expected `string`"],
    ["**string*", "error at 9: expected `*`"],
    [`${"(".repeat(100)}*string*`, "error at 65: expected a type that nests at most 64 deep"],
  ])("reads %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });
});

describe("a TypeScript member's heading", () => {
  it.each([
    ["`string`", "string"],
    ["`components.Foo`", "components.Foo"],
    ["`components.Foo[]`", "components.Foo[]"],
    ["`any[]`", "unknown[]"],
    ["`number[][]`", "number[][]"],
    ["`{ [k: string]: any }`", "Record<unknown>"],
    ["`{ [k: string]: any }[]`", "Record<unknown>[]"],
    ["`{ [k: string]: { [k: string]: components.M } }`", "Record<Record<components.M>>"],
    ["`{ [k: string]: components.M[] }`", "Record<components.M[]>"],
    ["`ReadableStream<Uint8Array>`", "Stream<Uint8Array(Uint8Array)>"],
    ["`EventStream<models.Chunk>`", "Stream<models.Chunk>"],
    ["`JsonLStream<models.Chunk>`", "Stream<models.Chunk>"],
    ["`Date`", "Date(date-time)"],
    ["`BigInt`", "BigInt(bigint)"],
    ["`string | null`", "string?"],
    ["`Array<string>`", "string[]"],
  ])("reads %s", (text, expected) => {
    expect(member(text)).toBe(expected);
  });
});
