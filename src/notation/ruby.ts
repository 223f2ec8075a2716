import type { Link } from "../model/link.js";
import { type Type, unknownType } from "../model/type.js";
import { accept, type Cursor, expect, peek, readUrl, skipBlanks, UnexpectedText } from "./cursor.js";
import { linkedType } from "./linked-type.js";
import type { Notation } from "./notation.js";
import { primitiveOf } from "./plain-types.js";
import {
  nullable,
  type Reading,
  type ReadType,
  readBetween,
  readNested,
  readWhole,
  referenceTo,
  unionOf,
  withoutNothing,
} from "./reading.js";
import { readString } from "./typescript-literal.js";

const primitives: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["String", primitiveOf("string")],
  ["Integer", primitiveOf("integer")],
  ["Float", primitiveOf("number")],
  ["T.Boolean", primitiveOf("boolean")],
  ["Crystalline.Boolean", primitiveOf("boolean")],
  ["Object", unknownType],
]);

/** Names of Ruby's standard library and of the HTTP library that SDKs hand through. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["DateTime", primitiveOf("date-time")],
  ["Date", primitiveOf("date")],
  ["Faraday.Response", { kind: "platform", name: "Response" }],
  ["Faraday.Request", { kind: "platform", name: "Request" }],
]);

/**
 * What the links to Ruby's own documentation mean: Speakeasy labels the two the wrong way round. In the sources of eight
 * SDKs each of 1,482 fields that are `[Date]` on a page is a `DateTime`, and each of 23 that are `[DateTime]` a `Date`.
 */
const knownByLabel: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["Date", primitiveOf("date-time")],
  ["DateTime", primitiveOf("date")],
]);

/** What stands between the brackets of what makes a type of others, in Sorbet's words and in those of Crystalline. */
const constructors: ReadonlyMap<string, ReadType> = new Map<string, ReadType>([
  ["T.nilable", readNilable],
  ["Crystalline.Nilable", readNilable],
  ["T.any", readMembers],
  ["Crystalline.Union", readMembers],
  ["Crystalline.DiscriminatedUnion", readTagAndMembers],
  ["T.Array", readItems],
  ["Crystalline.Array", readItems],
  ["T.Hash", readKeyAndValues],
  ["Crystalline.Hash", readKeyAndValues],
]);

const brackets: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["<", ">"],
]);

/**
 * Ruby as Speakeasy's cells spell it: in Sorbet's words (`*T.nilable(::String)*`, `T::Array<*::String*>`), or in those of
 * Crystalline, the SDKs' own run-time, where an SDK does without Sorbet (`*Crystalline::Nilable.new(::String)*`).
 */
export const ruby: Notation = {
  name: "ruby",
  parseCell: (text, start) => withoutNothing(readWhole(text, start, readType)),
  parseMember: (text, start) => readWhole(text, start, readType),
  marks: {
    cell: /::\p{Lu}|\bT\.(?:any|nilable)\(|\]\(https:\/\/ruby-doc\.org\//u,
    fences: ["ruby"],
  },
  isOpenEnum: (_section, example) => example?.includes("# Open enum") ?? false,
  nullWord: "shared",
  propertyCase: "documented",
};

function readType(reading: Reading): Type<Link> {
  switch (peek(reading.cursor)) {
    case "*":
    case "`":
      return readBetween(reading, peek(reading.cursor), readType);
    case "[":
      return readLink(reading);
    default:
      return readNamed(reading);
  }
}

/** `[Models::Shared::Foo](href)`, or a union that is written out before the page that stands for it. */
function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const text = readNested(reading, readType);
  expect(cursor, "]");
  const url = readUrl(cursor);
  return linkedType(reading, url.startsWith("https://ruby-doc.org/") ? relabelled(text) : text, url, from);
}

/** A date, by the label that the links to Ruby's own documentation have. */
function relabelled(type: Type<Link>): Type<Link> {
  if (type.kind === "nullable") return { ...type, type: relabelled(type.type) };
  if (type.kind !== "reference") return type;
  const label = knownByLabel.get(type.target.name);
  return label ? { kind: "reference", target: { ...type.target, known: label } } : type;
}

function readNamed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  skipBlanks(cursor);
  const from = cursor.offset;
  const name = readConstant(cursor);
  const inside = constructors.get(name);
  if (inside) return readBracketed(reading, inside);
  if (name === "" || /\.\p{Ll}/u.test(name)) throw new UnexpectedText({ text: cursor.text, offset: from }, ["a type"]);
  return primitives.get(name) ?? referenceTo(reading, name, from, { known: known.get(name) });
}

/** Reads `::Foo::Bar` as `Foo.Bar` and `Foo.new` as `Foo`; the empty string where no name stands. */
function readConstant(cursor: Cursor): string {
  const pattern = /(?:::)?[\p{ID_Start}_]\p{ID_Continue}*(?:(?:::|\.)[\p{ID_Start}_]\p{ID_Continue}*)*/uy;
  pattern.lastIndex = cursor.offset;
  const name = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.offset += name.length;
  return name
    .replace(/^::/, "")
    .replace(/\.new$/, "")
    .replaceAll("::", ".");
}

/** What stands between brackets, of whatever kind: `T::Array<…>` in a cell is `T::Array[…]` in a link's text. */
function readBracketed(reading: Reading, read: ReadType): Type<Link> {
  const { cursor } = reading;
  const open = peek(cursor);
  const close = brackets.get(open);
  if (close === undefined) throw new UnexpectedText(cursor, ["`(`", "`[`", "`<`"]);
  expect(cursor, open);
  const type = readNested(reading, read);
  expect(cursor, close);
  return type;
}

function readNilable(reading: Reading): Type<Link> {
  const from = reading.cursor.offset;
  return nullable(reading, readType(reading), from);
}

function readItems(reading: Reading): Type<Link> {
  return { kind: "array", items: readType(reading) };
}

function readKeyAndValues(reading: Reading): Type<Link> {
  const { cursor } = reading;
  skipBlanks(cursor);
  if (readConstant(cursor) === "") throw new UnexpectedText(cursor, ["the type of the keys"]);
  expect(cursor, ",");
  return { kind: "map", values: readType(reading) };
}

function readMembers(reading: Reading): Type<Link> {
  const members = [readType(reading)];
  while (accept(reading.cursor, ",")) members.push(readType(reading));
  return unionOf(members);
}

/** `'kind', { 'a' => A, 'b' => B }`: the tag, and the member that each of its values stands for. */
function readTagAndMembers(reading: Reading): Type<Link> {
  const { cursor } = reading;
  readTag(cursor);
  expect(cursor, ",");
  expect(cursor, "{");
  const members: Type<Link>[] = [];
  do {
    readTag(cursor);
    expect(cursor, "=>");
    members.push(readType(reading));
  } while (accept(cursor, ","));
  expect(cursor, "}");
  return unionOf(members);
}

function readTag(cursor: Cursor): void {
  const next = peek(cursor);
  if (next !== '"' && next !== "'") throw new UnexpectedText(cursor, ["a string"]);
  readString(cursor);
}
