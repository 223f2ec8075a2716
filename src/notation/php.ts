import type { SourceText } from "../markdown/page.js";
import { lineWithin } from "../markdown/place.js";
import type { Link } from "../model/link.js";
import { type Type, unknownType } from "../model/type.js";
import { accept, type Cursor, expect, peek, readUrl, skipBlanks, UnexpectedText } from "./cursor.js";
import { linkedType } from "./linked-type.js";
import type { Notation } from "./notation.js";
import { bytes, primitiveOf } from "./plain-types.js";
import {
  nullable,
  type Reading,
  readBetween,
  readNested,
  readWhole,
  referenceTo,
  unionOf,
  withoutNothing,
} from "./reading.js";

/** `array` without its items: PHP has one word for lists and maps. */
const listOrMap: Type<never> = {
  kind: "union",
  members: [
    { kind: "array", items: unknownType },
    { kind: "map", values: unknownType },
  ],
};

const reserved: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["string", primitiveOf("string")],
  ["int", primitiveOf("integer")],
  ["float", primitiveOf("number")],
  ["bool", primitiveOf("boolean")],
  ["true", { kind: "literal", value: true }],
  ["false", { kind: "literal", value: false }],
  ["mixed", unknownType],
  ["object", unknownType],
]);

/** Names of PHP's own classes and of the libraries that SDKs stand on. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["DateTime", primitiveOf("date-time")],
  ["DateTimeImmutable", primitiveOf("date-time")],
  ["DateTimeInterface", primitiveOf("date-time")],
  ["LocalDate", primitiveOf("date")],
  ["Brick.DateTime.LocalDate", primitiveOf("date")],
  ["Brick.Math.BigInteger", primitiveOf("bigint")],
  ["Brick.Math.BigDecimal", primitiveOf("decimal")],
  ["Psr.Http.Message.RequestInterface", { kind: "platform", name: "Request" }],
  ["Psr.Http.Message.ResponseInterface", { kind: "platform", name: "Response" }],
  ["Psr.Http.Message.StreamInterface", { kind: "stream", items: bytes }],
]);

/** PHP as Speakeasy's cells spell it: `*?string*`, `array<string, *mixed*>`, `[Components\A\|Components\B\|null](…)`. */
export const php: Notation = {
  name: "php",
  // Its `?T` repeats the Required column: on 5,842 optional rows it stands, and on no required one.
  parseCell: (text, start) => withoutNothing(readWhole(text, start, readUnion)),
  memberText,
  parseMember: (text, start) => readWhole(text, start, readUnion),
  marks: {
    cell: /^\*[?\\]|^\[[?\\]|^\*mixed\*$|^array<|^\[\w+\\[|A-Za-z]/,
    fences: ["php"],
  },
  // PHP's enums hold no other values, and its pages have no word for open ones.
  isOpenEnum: () => false,
  propertyCase: "documented",
};

/** `A\|B\|null`, whose null goes around the rest, as that of `?A` does. */
function readUnion(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  const members = [readAtom(reading)];
  while (accept(cursor, "|")) members.push(readAtom(reading));
  const type = unionOf(members.map(withoutNull).flatMap(alternativesOf));
  return members.some(({ kind }) => kind === "nullable") ? nullable(reading, type, from) : type;
}

function withoutNull(type: Type<Link>): Type<Link> {
  return type.kind === "nullable" ? type.type : type;
}

function alternativesOf(type: Type<Link>): readonly Type<Link>[] {
  return type.kind === "union" ? type.members : [type];
}

function readAtom(reading: Reading): Type<Link> {
  const { cursor } = reading;
  switch (peek(cursor)) {
    case "*":
    case "`":
      return readBetween(reading, peek(reading.cursor), readUnion);
    case "?":
      return readNullable(reading);
    case "[":
      return readLink(reading);
    default:
      return readNamed(reading);
  }
}

function readNullable(reading: Reading): Type<Link> {
  const from = reading.cursor.offset;
  expect(reading.cursor, "?");
  return nullable(reading, withoutNull(readNested(reading, readAtom)), from);
}

function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const text = readNested(reading, readUnion);
  expect(cursor, "]");
  return linkedType(reading, text, readUrl(cursor), from);
}

function readNamed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  const name = readQualifiedName(cursor);
  switch (name) {
    case "":
      throw new UnexpectedText(cursor, ["a type"]);
    case "null":
      // A union of no members: what is left of `null` without its null.
      return nullable(reading, unionOf([]), from);
    case "array":
      return accept(cursor, "<") ? readItems(reading) : listOrMap;
    default: {
      return reserved.get(name) ?? referenceTo(reading, name, from, { known: known.get(name) });
    }
  }
}

/** Reads `\Foo\Bar` as `Foo.Bar`; the empty string where no name stands. */
function readQualifiedName(cursor: Cursor): string {
  skipBlanks(cursor);
  const pattern = /\\?[\p{ID_Start}_]\p{ID_Continue}*(?:\\[\p{ID_Start}_]\p{ID_Continue}*)*/uy;
  pattern.lastIndex = cursor.offset;
  const name = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.offset += name.length;
  return name.replace(/^\\/, "").replaceAll("\\", ".");
}

/** `T>` of a list, or `string, T>` of a map. */
function readItems(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const isMap = acceptKey(cursor);
  const type = readNested(reading, readUnion);
  expect(cursor, ">");
  return isMap ? { kind: "map", values: type } : { kind: "array", items: type };
}

function acceptKey(cursor: Cursor): boolean {
  const from = cursor.offset;
  if (accept(cursor, "string") && accept(cursor, ",")) return true;
  cursor.offset = from;
  return false;
}

/** The heading's type; where that is an `array`, the fence's `@var` tells of what. */
function memberText(heading: SourceText, fence: SourceText | undefined): SourceText {
  const declared = /\barray\b(?!<)/.test(heading.text) ? fence && declaredType(fence) : undefined;
  return declared ?? heading;
}

/** The type after the `@var` of a fence's comment. */
function declaredType(fence: SourceText): SourceText | undefined {
  const mark = "@var ";
  const from = fence.text.indexOf(mark);
  if (from < 0) return undefined;
  const end = fence.text.indexOf("\n", from);
  return lineWithin(fence, from + mark.length, end < 0 ? fence.text.length : end);
}
