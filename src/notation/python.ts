import type { Link } from "../model/link.js";
import type { Point } from "../model/place.js";
import { mapType, type Type, unknownType } from "../model/type.js";
import { accept, expect, peek, readName, readUrl, skipBlanks, UnexpectedText } from "./cursor.js";
import { linkedType } from "./linked-type.js";
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
  unionOf,
  withoutNothing,
} from "./reading.js";
import { readNumber, readString } from "./typescript-literal.js";

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
  parseCell,
  parseMember: (text, start) => readWhole(text, start, readType),
  marks: {
    cell: /^\*(?:str|Any|bytes)\*$|^[*[]?(?:Optional|OptionalNullable|Nullable|Union|Literal|List|Dict)\[|\]\(https:\/\/docs\.python\.org\/|^\[(?:httpx|requests)\./,
    fences: ["python", "py"],
  },
  isOpenEnum: (section, example = "") => section.includes("This is an open enum") || /^# Open enum: /m.test(example),
  nullWord: "own",
  propertyCase: "documented",
};

function parseCell(text: string, start: Point): NotationResult {
  const result = readWhole(text, start, readType);
  return /^[\s*[]*Optional\[(?![\s*[]*(?:Optional)?Nullable\[)/.test(text) ? withoutNothing(result) : result;
}

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

/** `[models.Foo](href)`, whose text may be a wrapper around the name. */
function readLink(reading: Reading): Type<Link> {
  const { cursor } = reading;
  const from = cursor.offset;
  expect(cursor, "[");
  const type = readNested(reading, readType);
  expect(cursor, "]");
  const url = readUrl(cursor);
  const linked = linkedType(reading, type, url, from);
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
  if (name === "None") return nullable(reading, noType, from);
  if (accept(cursor, "[")) return readGeneric(reading, name, from);
  return builtIn.get(name) ?? referenceTo(reading, name, from, { known: known.get(name) });
}

/** What follows `List[`, up to its `]`. */
function readGeneric(reading: Reading, name: string, from: number): Type<Link> {
  const { cursor } = reading;
  switch (name) {
    case "Optional":
    case "OptionalNullable":
    case "Nullable":
      return nullable(reading, readLastArgument(reading), from);
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
  if (name === "None") return nullable(reading, noType, from);
  if (name === "True" || name === "False") return { kind: "literal", value: name === "True" };
  throw new UnexpectedText({ text: cursor.text, offset: from }, ["a string", "a number", "`True`, `False` or `None`"]);
}

/** A choice of types, each once; a null of any of them is a null of the whole. */
function oneOf(reading: Reading, types: readonly Type<Link>[], from: number): Type<Link> {
  const bare = types.map((type) => (type.kind === "nullable" ? type.type : type));
  const members = bare.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  const type = unionOf([...new Map(members.map((member) => [withoutPlaces(member), member])).values()]);
  return types.some(({ kind }) => kind === "nullable") ? nullable(reading, type, from) : type;
}

function withoutPlaces(type: Type<Link>): string {
  return JSON.stringify(type, (key, value: unknown) => (key === "place" || key === "source" ? undefined : value));
}
