import type { SourceText } from "../markdown/page.js";
import { lineWithin } from "../markdown/place.js";
import type { Link } from "../model/link.js";
import { type PrimitiveName, type Type, unknownType } from "../model/type.js";
import { accept, acceptPattern, expect, peek, readName, readUrl, requireName, UnexpectedText } from "./cursor.js";
import type { Notation } from "./notation.js";
import { bytes, primitiveOf } from "./plain-types.js";
import { type Reading, readBetween, readNested, readWhole, referenceTo } from "./reading.js";

const integers = [
  "int",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "byte",
  "rune",
];

const primitiveNames: Readonly<Record<string, PrimitiveName>> = {
  string: "string",
  bool: "boolean",
  float32: "number",
  float64: "number",
  any: "unknown",
  error: "unknown",
};

const primitives: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ...Object.entries(primitiveNames).map(([name, primitive]) => [name, primitiveOf(primitive)] as const),
  ...integers.map((name) => [name, primitiveOf("integer")] as const),
]);

/** Names of Go's standard library and of the SDK run-time. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["time.Time", primitiveOf("date-time")],
  ["types.Date", primitiveOf("date")],
  ["types.BigInt", primitiveOf("bigint")],
  ["big.Int", primitiveOf("bigint")],
  ["decimal.Big", primitiveOf("decimal")],
  ["types.Decimal", primitiveOf("decimal")],
  ["http.Response", { kind: "platform", name: "Response" }],
  ["http.Request", { kind: "platform", name: "Request" }],
  ["io.Reader", { kind: "stream", items: bytes }],
  ["io.ReadCloser", { kind: "stream", items: bytes }],
]);

/** Go as Speakeasy's cells spell it: `**string*` and `[]*string*` up to generator 2.8, `` `*string` `` after. */
export const go: Notation = {
  name: "go",
  parseCell: (text, start) => readWhole(text, start, readType),
  memberText,
  parseMember: (text, start) => readWhole(text, start, readType),
  marks: {
    cell: /^`|^\*?\*(?:u?int(?:8|16|32|64)|float(?:32|64)|\[\]byte|interface\{\}|io\.\w+)\*$|^\*\*|^\[\]|^\[\*|map\[|^\[time\.Time\]/,
    fences: ["go"],
    fieldName: /^\p{Lu}/u,
  },
  isOpenEnum: (_section, example) => example?.includes("// Open enum") ?? false,
  propertyCase: "camelCase",
};

function readType(reading: Reading): Type<Link> {
  const { cursor } = reading;
  switch (peek(cursor)) {
    case "*":
      return readStarred(reading);
    case "`":
      return readBetween(reading, "`", readType);
    case "[":
      return readBracketed(reading);
    default:
      return readNamed(reading);
  }
}

/** `*T`, a pointer, or `*T*`, emphasis around a type: which of the two matters to neither. */
function readStarred(reading: Reading): Type<Link> {
  expect(reading.cursor, "*");
  const type = readNested(reading, readType);
  accept(reading.cursor, "*");
  return type;
}

/** `[]T`, `[4]T` or `[ns.Foo](href)`, whose text may be a pointer or a slice itself. */
function readBracketed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  if (acceptPattern(cursor, /\[\]byte\b/y)) return bytes;
  if (!acceptPattern(cursor, /\[\d*\]/y)) return readLink(reading);
  return { kind: "array", items: readNested(reading, readType) };
}

function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const type = readNested(reading, readType);
  expect(cursor, "]");
  const url = readUrl(cursor);
  return withUrl(reading, type, url, from);
}

/** The reference at the bottom of a link's text takes the link's target. */
function withUrl(reading: Reading, type: Type<Link>, url: string, from: number): Type<Link> {
  switch (type.kind) {
    case "reference":
      return { kind: "reference", target: { ...type.target, url } };
    case "array":
      return { kind: "array", items: withUrl(reading, type.items, url, from) };
    case "map":
      return { kind: "map", values: withUrl(reading, type.values, url, from) };
    case "primitive":
    case "platform":
    case "stream":
      return type;
    default:
      throw new UnexpectedText({ text: reading.cursor.text, offset: from }, ["a link around one name"]);
  }
}

function readNamed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  const name = requireName(cursor);
  if (name === "map") return readMap(reading);
  if (name === "interface" || name === "struct") {
    expect(cursor, "{");
    expect(cursor, "}");
    return unknownType;
  }
  return primitives.get(name) ?? referenceTo(reading, name, from, { known: known.get(name) });
}

function readMap(reading: Reading): Type<Link> {
  expect(reading.cursor, "[");
  if (readName(reading.cursor) === "") throw new UnexpectedText(reading.cursor, ["the type of the keys"]);
  expect(reading.cursor, "]");
  return { kind: "map", values: readNested(reading, readType) };
}

/** The argument's type in `components.CreateFooBar(components.Bar{…})`; older headings alone name the model. */
function memberText(heading: SourceText, fence: SourceText | undefined): SourceText {
  const plain = { text: heading.text.replaceAll("`", ""), place: heading.place };
  return (fence && constructorArgument(fence)) ?? plain;
}

function constructorArgument(fence: SourceText): SourceText | undefined {
  const call = fence.text.indexOf(".Create");
  const open = call < 0 ? -1 : fence.text.indexOf("(", call);
  const end = open < 0 ? -1 : fence.text.indexOf("{/*", open);
  return end < 0 ? undefined : lineWithin(fence, open + 1, end);
}
