import type { Link } from "../model/link.js";
import { type Type, unknownType } from "../model/type.js";
import { accept, acceptPattern, expect, peek, readName, readUrl, requireName, UnexpectedText } from "./cursor.js";
import type { Notation } from "./notation.js";
import { bytes, primitiveOf } from "./plain-types.js";
import { type Reading, readBetween, readNested, readWhole, referenceTo } from "./reading.js";

const integers = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"];

/** C#'s own words; its `decimal` is a number in JSON too: all 341 of Codat's SDKs are sent so. */
const primitives: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["string", primitiveOf("string")],
  ["bool", primitiveOf("boolean")],
  ["float", primitiveOf("number")],
  ["double", primitiveOf("number")],
  ["decimal", primitiveOf("number")],
  ["object", unknownType],
  ["dynamic", unknownType],
  ...integers.map((name) => [name, primitiveOf("integer")] as const),
]);

/** Names of .NET, NodaTime and Unity. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["DateTime", primitiveOf("date-time")],
  ["DateOnly", primitiveOf("date")],
  ["LocalDate", primitiveOf("date")],
  ["BigInteger", primitiveOf("bigint")],
  ["HttpResponseMessage", { kind: "platform", name: "Response" }],
  ["HttpRequestMessage", { kind: "platform", name: "Request" }],
  ["UnityWebRequest", { kind: "platform", name: "Response" }],
  ["MemoryQueueBufferStream", { kind: "stream", items: bytes }],
]);

/** What the generator calls the members of a union that are no models. */
const memberNames: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["Str", primitiveOf("string")],
  ["Integer", primitiveOf("integer")],
  ["Int32", primitiveOf("integer")],
  ["Number", primitiveOf("number")],
  ["Float32", primitiveOf("number")],
  ["Decimal", primitiveOf("number")],
  ["Bigint", primitiveOf("bigint")],
  ["Boolean", primitiveOf("boolean")],
  ["Any", unknownType],
]);

/** C# as Speakeasy's cells spell it (`*string*`, `List<[Foo](…)>`, `Dictionary<String, *object*>`), Unity's too. */
export const csharp: Notation = {
  name: "csharp",
  parseCell: (text, start) => readWhole(text, start, readType),
  parseMember: (text, start) => readWhole(text, start, readMember),
  marks: {
    cell: /^(?:List|Dictionary)<|^\[[\p{L}_][\p{L}\p{N}_.]*\]\((?:(?:\.\.\/)+Models\/|https:\/\/(?:learn\.microsoft\.com|nodatime\.org|docs\.unity3d\.com)\/)|^\*(?:decimal|object|byte\[\]|HttpRequestMessage|MemoryQueueBufferStream)\*$/u,
    fences: ["csharp"],
    fieldName: /^\p{Lu}/u,
  },
  isOpenEnum: (_section, example) => example?.includes("// Open enum") ?? false,
  propertyCase: "camelCase",
};

function readType(reading: Reading): Type<Link> {
  switch (peek(reading.cursor)) {
    case "*":
      return readBetween(reading, "*", readType);
    case "[":
      return readLink(reading);
    default:
      return readNamed(reading);
  }
}

/** `[Foo](href)`, or `[Models.Components.Foo](href)` where two models are called so. */
function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const name = requireName(cursor);
  expect(cursor, "]");
  const url = readUrl(cursor);
  return referenceTo(reading, name, from, { url, known: known.get(name) });
}

function readNamed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  const name = requireName(cursor);
  if (accept(cursor, "<")) return readGeneric(reading, name, from);
  if (name === "byte" && accept(cursor, "[")) {
    expect(cursor, "]");
    return bytes;
  }
  const knownType = known.get(name);
  return primitives.get(name) ?? referenceTo(reading, name, from, knownType ? { known: knownType } : { sole: true });
}

function readGeneric(reading: Reading, name: string, from: number): Type<Link> {
  const { cursor } = reading;
  switch (name) {
    case "List": {
      const items = readNested(reading, readType);
      expect(cursor, ">");
      return { kind: "array", items };
    }
    case "Dictionary": {
      requireName(cursor);
      expect(cursor, ",");
      const values = readNested(reading, readType);
      expect(cursor, ">");
      return { kind: "map", values };
    }
    default:
      throw new UnexpectedText({ text: cursor.text, offset: from }, ["`List<T>`", "`Dictionary<String, T>`"]);
  }
}

/** A heading names the member, not its type: `ArrayOfStr`, `MapOfAny`, and mostly a model as it is called. */
function readMember(reading: Reading): Type<Link> {
  const { cursor } = reading;
  if (acceptPattern(cursor, /ArrayOf(?=\p{Lu})/uy)) return { kind: "array", items: readNested(reading, readMember) };
  if (acceptPattern(cursor, /MapOf(?=\p{Lu})/uy)) return { kind: "map", values: readNested(reading, readMember) };
  const from = cursor.offset;
  const primitive = memberNames.get(readName(cursor));
  if (primitive) return primitive;
  cursor.offset = from;
  return readType(reading);
}
