import { placeWithin } from "../markdown/place.js";
import type { Link } from "../model/link.js";
import { mapType, type PrimitiveName, type Type, unknownType } from "../model/type.js";
import { accept, type Cursor, expect, peek, readName, readUrl, skipBlanks, UnexpectedText } from "./cursor.js";
import { linkedTo } from "./linked-type.js";
import type { Notation } from "./notation.js";
import { type Reading, type ReadType, readNested, readWhole, referenceTo, unionOf } from "./reading.js";
import { readNumber, readString } from "./typescript-literal.js";

const bytes: Type<never> = { kind: "platform", name: "Uint8Array" };
const response: Type<never> = { kind: "platform", name: "Response" };
const byteStream: Type<never> = { kind: "stream", items: bytes };

/** What remains of a type once its null is taken out, where it was null alone. */
const noType: Type<never> = { kind: "union", members: [] };

/** What needs no page; `UnrecognizedStr` is any text beside the literals of an open enum. */
const builtIn: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["str", primitiveOf("string")],
  ["int", primitiveOf("integer")],
  ["float", primitiveOf("number")],
  ["bool", primitiveOf("boolean")],
  ["bytes", bytes],
  ["Any", unknownType],
  ["object", unknownType],
  ["UnrecognizedStr", primitiveOf("string")],
  ["UnrecognizedInt", primitiveOf("integer")],
]);

/** Names of Python's standard library and of the HTTP libraries that SDKs hand through. */
const known: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["datetime", primitiveOf("date-time")],
  ["date", primitiveOf("date")],
  ["Decimal", primitiveOf("decimal")],
  ["httpx.Response", response],
  ["requests.Response", response],
  ["io.IOBase", byteStream],
  ["io.BufferedReader", byteStream],
]);

/**
 * What the links to Python's own documentation mean: Speakeasy labels the two the wrong way round. A field that is
 * `[date]` here is a `Date` in the TypeScript SDK of the same API (452 of 452), a `[datetime]` is an `RFCDate` (5 of 5).
 */
const knownByLabel: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["date", primitiveOf("date-time")],
  ["datetime", primitiveOf("date")],
]);

/** Python as Speakeasy's cells and headings spell it (`*Optional[str]*`, `List[[models.Foo](…)]`). */
export const python: Notation = {
  name: "python",
  parseCell: (text, start) => readWhole(text, start, readCell),
  parseMember: (heading, _fence, start) => readWhole(heading, start, readType),
  marks: {
    cell: /^\*(?:str|Any|bytes)\*$|^[*[]?(?:Optional|OptionalNullable|Nullable|Union|Literal|List|Dict)\[|\]\(https:\/\/docs\.python\.org\/|^\[(?:httpx|requests)\./,
    fences: ["python", "py"],
  },
  isOpenEnum: (section, example = "") => section.includes("This is an open enum") || /^# Open enum: /m.test(example),
  nullMark: "null",
  propertyCase: "documented",
};

function primitiveOf(name: PrimitiveName): Type<never> {
  return { kind: "primitive", name };
}

/** A whole cell: an `Optional` around it says that the value may be absent, as the column beside it does. */
function readCell(reading: Reading): Type<Link> {
  const { cursor } = reading;
  switch (peek(cursor)) {
    case "*":
      return readEmphasis(reading, readCell);
    case "[":
      return readLink(reading, readCell);
    default:
      return acceptOptional(cursor) ? readLastArgument(reading) : readNamed(reading);
  }
}

function readType(reading: Reading): Type<Link> {
  switch (peek(reading.cursor)) {
    case "*":
      return readEmphasis(reading, readType);
    case "[":
      return readLink(reading, readType);
    default:
      return readNamed(reading);
  }
}

function readEmphasis(reading: Reading, readInner: ReadType): Type<Link> {
  expect(reading.cursor, "*");
  const type = readNested(reading, readInner);
  expect(reading.cursor, "*");
  return type;
}

/** `[models.Foo](href)`, whose text may be a wrapper around the name. */
function readLink(reading: Reading, readInner: ReadType): Type<Link> {
  const { cursor, start } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const type = readNested(reading, readInner);
  expect(cursor, "]");
  const url = readUrl(cursor);
  const linked = linkedTo(url, type, placeWithin(start, from, cursor.offset));
  return url.startsWith("https://docs.python.org/") ? mapType(linked, byLabel) : linked;
}

function byLabel(target: Link): Type<Link> {
  const label = target.namespace === undefined ? knownByLabel.get(target.name) : undefined;
  return { kind: "reference", target: label ? { ...target, known: label } : target };
}

function readNamed(reading: Reading): Type<Link> {
  const { cursor } = reading;
  skipBlanks(cursor);
  const from = cursor.offset;
  const name = readName(cursor);
  if (name === "") throw new UnexpectedText(cursor, ["a type"]);
  if (name === "None") return nullableOf(reading, noType, from);
  if (accept(cursor, "[")) return readGeneric(reading, name, from);
  const knownType = known.get(name);
  return builtIn.get(name) ?? referenceTo(reading, name, from, knownType ? { known: knownType } : {});
}

/** What follows `List[`, up to its `]`. */
function readGeneric(reading: Reading, name: string, from: number): Type<Link> {
  const { cursor } = reading;
  switch (name) {
    case "Optional":
    case "OptionalNullable":
    case "Nullable":
      return nullableOf(reading, readLastArgument(reading), from);
    case "List":
      return { kind: "array", items: readLastArgument(reading) };
    case "Dict":
      if (readName(cursor) === "") throw new UnexpectedText(cursor, ["the type of the keys"]);
      expect(cursor, ",");
      return { kind: "map", values: readLastArgument(reading) };
    case "IO":
    case "eventstreaming.EventStream":
    case "eventstreaming.EventStreamAsync":
      return { kind: "stream", items: readLastArgument(reading) };
    case "Union":
      return oneOf(reading, readArguments(reading, readType), from);
    case "Literal":
      return oneOf(reading, readArguments(reading, readLiteral), from);
    default:
      throw new UnexpectedText({ text: cursor.text, offset: from }, ["`List[T]`", "`Dict[str, T]`", "`Union[A, B]`"]);
  }
}

function readLastArgument(reading: Reading): Type<Link> {
  const type = readNested(reading, readType);
  expect(reading.cursor, "]");
  return type;
}

function readArguments(reading: Reading, readArgument: ReadType): readonly Type<Link>[] {
  const { cursor } = reading;
  const types = [readNested(reading, readArgument)];
  while (accept(cursor, ",")) types.push(readNested(reading, readArgument));
  expect(cursor, "]");
  return types;
}

function readLiteral(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const next = peek(cursor);
  const from = cursor.offset;
  if (next === '"' || next === "'") return { kind: "literal", value: readString(cursor) };
  const number = readNumber(cursor);
  if (number !== undefined) return { kind: "literal", value: number };
  const name = readName(cursor);
  if (name === "None") return nullableOf(reading, noType, from);
  if (name === "True" || name === "False") return { kind: "literal", value: name === "True" };
  throw new UnexpectedText({ text: cursor.text, offset: from }, ["a string", "a number", "`True`, `False` or `None`"]);
}

/** A choice of types, each once; a null of any of them is a null of the whole. */
function oneOf(reading: Reading, types: readonly Type<Link>[], from: number): Type<Link> {
  const bare = types.map((type) => (type.kind === "nullable" ? type.type : type));
  const members = bare.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  const type = unionOf([...new Map(members.map((member) => [withoutPlaces(member), member])).values()]);
  return types.some(({ kind }) => kind === "nullable") ? nullableOf(reading, type, from) : type;
}

function withoutPlaces(type: Type<Link>): string {
  return JSON.stringify(type, (key, value: unknown) => (key === "place" || key === "source" ? undefined : value));
}

function nullableOf(reading: Reading, type: Type<Link>, from: number): Type<Link> {
  if (type.kind === "nullable") return type;
  const place = placeWithin(reading.start, from, reading.cursor.offset);
  return { kind: "nullable", type, source: { origin: "cell", place } };
}

/** `Optional[`, and not the name of a model that begins so. */
function acceptOptional(cursor: Cursor): boolean {
  const from = cursor.offset;
  if (accept(cursor, "Optional") && accept(cursor, "[")) return true;
  cursor.offset = from;
  return false;
}
