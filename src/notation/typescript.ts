import type { Link } from "../model/link.js";
import { deepestType, type Type, unknownType } from "../model/type.js";
import { accept, type Cursor, expect, peek, readUrl, requireName, UnexpectedText } from "./cursor.js";
import type { Notation } from "./notation.js";
import { bytes } from "./plain-types.js";
import { nullable, type Reading, readNested, readWhole, referenceTo, unionOf } from "./reading.js";
import { readNumber, readString } from "./typescript-literal.js";

const primitives: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["string", { kind: "primitive", name: "string" }],
  ["number", { kind: "primitive", name: "number" }],
  ["boolean", { kind: "primitive", name: "boolean" }],
  ["bigint", { kind: "primitive", name: "bigint" }],
  ["any", unknownType],
  ["unknown", unknownType],
  ["true", { kind: "literal", value: true }],
  ["false", { kind: "literal", value: false }],
]);

/** Names that the pages use without a page of their own. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["BigInt", { kind: "primitive", name: "bigint" }],
  ["Decimal", { kind: "primitive", name: "decimal" }],
  ["Date", { kind: "primitive", name: "date-time" }],
  ["RFCDate", { kind: "primitive", name: "date" }],
  ["Response", { kind: "platform", name: "Response" }],
  ["Request", { kind: "platform", name: "Request" }],
  ["Blob", { kind: "platform", name: "Blob" }],
  ["File", { kind: "platform", name: "File" }],
  ["Uint8Array", bytes],
  ["ReadableStream", { kind: "stream", items: bytes }],
  ["AxiosResponse", unknownType],
]);

/** Streams of values: the platform's and the SDK run-time's own. */
const streams: ReadonlySet<string> = new Set(["ReadableStream", "EventStream", "JsonLStream"]);

/** TypeScript as Speakeasy's cells and headings spell it (`*string*`, `[ns.Foo](…)[]`, `Record<string, T>`). */
export const typescript: Notation = {
  name: "typescript",
  parseCell: (text, start) => readWhole(text, start, readUnion),
  parseMember: (text, start) => readWhole(text, start, readUnion),
  marks: {
    cell: /^\*(?:number|true|false|"[^"]*"|BigInt)\*|\)\[\]$|\*\[\]$|Record\\?<|\]\(https:\/\/developer\.mozilla\.org/,
    fences: ["typescript", "ts"],
  },
  isOpenEnum: (section) => section.includes("Unrecognized<") || section.includes("This is an open enum"),
  propertyCase: "documented",
};

function readUnion(reading: Reading): Type<Link> {
  const from = reading.cursor.offset;
  const members = readMembers(reading);
  const types = members.filter((member) => member !== "null");
  // `null` alone is a union without members that may be null.
  const type = unionOf(types);
  if (types.length === members.length) return type;
  return nullable(reading, type, from);
}

function readMembers(reading: Reading): readonly (Type<Link> | "null")[] {
  const members = [readPostfix(reading)];
  while (accept(reading.cursor, "|")) members.push(readPostfix(reading));
  return members;
}

function readPostfix(reading: Reading): Type<Link> | "null" {
  const { cursor } = reading;
  let type = readAtom(reading);
  for (let lists = 0; type !== "null" && peek(cursor) === "["; lists += 1) {
    if (lists === deepestType)
      throw new UnexpectedText(cursor, [`at most ${deepestType} lists in one another`], { isTooDeep: true });
    expect(cursor, "[");
    expect(cursor, "]");
    type = { kind: "array", items: type };
  }
  return type;
}

function readAtom(reading: Reading): Type<Link> | "null" {
  const { cursor } = reading;
  switch (peek(cursor)) {
    case "*":
      return readEnclosed(reading, "*", "*");
    case "`":
      return readEnclosed(reading, "`", "`");
    case "(":
      return readEnclosed(reading, "(", ")");
    case "[":
      return readLink(reading);
    case "{":
      return readIndexSignature(reading);
    case '"':
    case "'":
      return { kind: "literal", value: readString(cursor) };
    default:
      return readNamed(reading);
  }
}

function readEnclosed(reading: Reading, open: string, close: string): Type<Link> | "null" {
  const { cursor } = reading;
  expect(cursor, open);
  if (acceptNull(cursor, close)) return "null";
  const type = readNested(reading, readUnion);
  expect(cursor, close);
  return type;
}

function acceptNull(cursor: Cursor, close: string): boolean {
  const from = cursor.offset;
  if (accept(cursor, "null") && accept(cursor, close)) return true;
  cursor.offset = from;
  return false;
}

/** `[ns.Foo](href)`; a `>` before the bracket is a slip of generators around AxiosResponse. */
function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const name = requireName(cursor);
  accept(cursor, ">");
  expect(cursor, "]");
  const url = readUrl(cursor);
  const knownType = known.get(url.endsWith("rfcdate.md") ? "RFCDate" : name);
  return referenceTo(reading, name, from, { url, known: knownType });
}

/** `{ [k: string]: T }`. */
function readIndexSignature(reading: Reading): Type<Link> {
  const { cursor } = reading;
  expect(cursor, "{");
  if (accept(cursor, "}")) return { kind: "map", values: unknownType };
  expect(cursor, "[");
  requireName(cursor);
  expect(cursor, ":");
  expect(cursor, "string");
  expect(cursor, "]");
  expect(cursor, ":");
  const values = readNested(reading, readUnion);
  accept(cursor, ";");
  expect(cursor, "}");
  return { kind: "map", values };
}

function readNamed(reading: Reading): Type<Link> | "null" {
  const { cursor } = reading;
  const from = cursor.offset;
  const value = readNumber(cursor);
  if (value !== undefined) return { kind: "literal", value };
  const name = requireName(cursor);
  if (name === "null") return "null";
  const primitive = primitives.get(name);
  if (primitive) return primitive;
  if (accept(cursor, "<")) return readGeneric(reading, name, from);
  return referenceTo(reading, name, from, { known: known.get(name) });
}

function readGeneric(reading: Reading, name: string, from: number): Type<Link> {
  const { cursor } = reading;
  const type = readGenericArguments(reading, name);
  expect(cursor, ">");
  if (type) return type;
  throw new UnexpectedText({ text: cursor.text, offset: from }, [
    "`Record<string, T>`",
    "`Array<T>`",
    "a stream of `T`",
  ]);
}

function readGenericArguments(reading: Reading, name: string): Type<Link> | undefined {
  const { cursor } = reading;
  if (name === "Record") {
    expect(cursor, "string");
    expect(cursor, ",");
    return { kind: "map", values: readNested(reading, readUnion) };
  }
  const items = readNested(reading, readUnion);
  if (name === "Array" || name === "ReadonlyArray") return { kind: "array", items };
  if (name === "Uint8Array") return bytes;
  return streams.has(name) ? { kind: "stream", items } : undefined;
}
