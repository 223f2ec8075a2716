import type { Link } from "../model/link.js";
import type { Point } from "../model/place.js";
import { mapType, type PrimitiveName, type Type } from "../model/type.js";
import { accept, expect, peek, readName, readUrl, UnexpectedText } from "./cursor.js";
import type { Notation, NotationResult } from "./notation.js";
import { bytes, primitiveOf } from "./plain-types.js";
import {
  nullable,
  type Reading,
  type ReadType,
  readBetween,
  readNested,
  readWhole,
  referenceTo,
  withoutNothing,
} from "./reading.js";

const primitiveNames: Readonly<Record<string, PrimitiveName>> = {
  String: "string",
  boolean: "boolean",
  Boolean: "boolean",
  byte: "integer",
  Byte: "integer",
  short: "integer",
  Short: "integer",
  int: "integer",
  Integer: "integer",
  long: "integer",
  Long: "integer",
  float: "number",
  Float: "number",
  double: "number",
  Double: "number",
  Object: "unknown",
};

const primitives: ReadonlyMap<string, Type<never>> = new Map(
  Object.entries(primitiveNames).map(([name, primitive]) => [name, primitiveOf(primitive)]),
);

/** Names of Java's standard library and of the SDK run-time. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["OffsetDateTime", primitiveOf("date-time")],
  ["LocalDate", primitiveOf("date")],
  ["BigInteger", primitiveOf("bigint")],
  ["BigDecimal", primitiveOf("decimal")],
  ["HttpResponse", { kind: "platform", name: "Response" }],
  ["Blob", { kind: "platform", name: "Blob" }],
  ["InputStream", { kind: "stream", items: bytes }],
]);

/** Java as Speakeasy's cells spell it: `*Optional\<String>*`, `[JsonNullable\<Foo>](…)`, `List\<[Foo](…)>`. */
export const java: Notation = {
  name: "java",
  parseCell,
  parseMember: (text, start) => readWhole(text, start, readType),
  marks: {
    cell: /^[*[](?:Optional|JsonNullable|HttpResponse)\\<|^(?:List|Map)\\<|^byte\[\]$|\]\(https:\/\/docs\.oracle\.com\//,
    fences: ["java"],
  },
  isOpenEnum: (_section, example) => example?.includes(".of(") ?? false,
  nullWord: "own",
  propertyCase: "documented",
};

function parseCell(text: string, start: Point): NotationResult {
  const result = readWhole(text, start, readType);
  return /^[\s*[]*Optional\b(?!\\*<[\s*[]*JsonNullable\b)/.test(text) ? withoutNothing(result) : result;
}

function readType(reading: Reading): Type<Link> {
  switch (peek(reading.cursor)) {
    case "*":
      return readBetween(reading, "*", readType);
    case "[":
      return readLink(reading);
    default:
      return readUnlinked(reading);
  }
}

/** `[Foo](href)` or `[Optional\<Foo>](href)`: the name at the bottom of a link's text takes the link's target. */
function readLink(reading: Reading): Type<Link> {
  expect(reading.cursor, "[");
  const type = readNested(reading, readLinked);
  expect(reading.cursor, "]");
  const url = readUrl(reading.cursor);
  return mapType(type, (target) => ({ kind: "reference", target: { ...target, url } }));
}

function readUnlinked(reading: Reading): Type<Link> {
  if (accept(reading.cursor, "byte[]")) return bytes;
  return readNamed(reading, readType, (name) => primitives.get(name));
}

/** A name in a link is a page's, though Java may have one that is spelled so: `[Object](href)`. */
function readLinked(reading: Reading): Type<Link> {
  return readNamed(reading, readLinked, () => undefined);
}

function readNamed(
  reading: Reading,
  readArgument: ReadType,
  primitiveOfName: (name: string) => Type<never> | undefined,
): Type<Link> {
  const { cursor } = reading;
  peek(cursor);
  const from = cursor.offset;
  const name = readName(cursor);
  if (name === "") throw new UnexpectedText(cursor, ["a type"]);
  if (accept(cursor, "<")) return readGeneric(reading, name, from, readArgument);
  return primitiveOfName(name) ?? libraryOrModel(reading, name, from);
}

function libraryOrModel(reading: Reading, name: string, from: number): Type<Link> {
  return referenceTo(reading, name, from, { known: known.get(name) });
}

function readGeneric(reading: Reading, name: string, from: number, readArgument: ReadType): Type<Link> {
  switch (name) {
    case "Optional":
    case "JsonNullable":
      return readNullable(reading, from, readArgument);
    case "List":
      return { kind: "array", items: readLastArgument(reading, readArgument) };
    case "Map":
      return readMap(reading, readArgument);
    case "HttpResponse":
      readBody(reading, readArgument);
      return libraryOrModel(reading, name, from);
    default:
      throw new UnexpectedText({ text: reading.cursor.text, offset: from }, [
        "`List<T>`",
        "`Map<String, T>`",
        "`Optional<T>`",
        "`JsonNullable<T>`",
      ]);
  }
}

function readNullable(reading: Reading, from: number, readArgument: ReadType): Type<Link> {
  return nullable(reading, readLastArgument(reading, readArgument), from);
}

function readMap(reading: Reading, readArgument: ReadType): Type<Link> {
  if (readName(reading.cursor) === "") throw new UnexpectedText(reading.cursor, ["the type of the keys"]);
  expect(reading.cursor, ",");
  return { kind: "map", values: readLastArgument(reading, readArgument) };
}

/** The type of a response's body, which the platform's response does not tell: `?` for any. */
function readBody(reading: Reading, readArgument: ReadType): void {
  if (accept(reading.cursor, "?")) expect(reading.cursor, ">");
  else readLastArgument(reading, readArgument);
}

function readLastArgument(reading: Reading, readArgument: ReadType): Type<Link> {
  const type = readNested(reading, readArgument);
  expect(reading.cursor, ">");
  return type;
}
