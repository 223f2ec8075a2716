import type { SourceText } from "../markdown/page.js";
import { type Locate, locatorOf } from "../markdown/place.js";
import type { ExampleEntry, ExampleValue } from "../model/example.js";
import type { Place, Point } from "../model/place.js";
import { accept, type Cursor, expect, maximumDepth, peek, readName, UnexpectedText } from "./cursor.js";
import type { NotationError } from "./notation.js";
import { readNumber, readString } from "./typescript-literal.js";

/** An example's declaration: what it is declared to be, and the value where that is a literal. */
export interface TypeScriptExample {
  /** The annotation as written: `components.Foo`. */
  readonly type: string;
  readonly value?: ExampleValue;
}

interface ValueReading {
  readonly cursor: Cursor;
  readonly locate: Locate;
  depth: number;
}

/** Reads the first `let value: Type = …;` of a fence; nothing where there is none. `onError`: told why a value is no literal. */
export function readTypeScriptExample(
  fence: SourceText,
  onError: (error: NotationError, place: Place) => void = () => {},
): TypeScriptExample | undefined {
  const declaration = /(?:^|\n)(?:let|const|var) \w+:/.exec(fence.text);
  if (!declaration) return undefined;
  const from = declaration.index + declaration[0].length;
  const equals = fence.text.indexOf("=", from);
  if (equals < 0) return undefined;
  const type = fence.text.slice(from, equals).trim();
  const cursor: Cursor = { text: fence.text, offset: equals + 1 };
  // Generators leave the value out where they have none.
  if (/^(?:\s|\/\*[^*]*\*\/)*;?\s*$/.test(fence.text.slice(cursor.offset))) return { type };
  const reading: ValueReading = { cursor, locate: locatorOf(fence.text, fence.place.start), depth: 0 };
  try {
    return { type, value: readValue(reading) };
  } catch (error) {
    if (!(error instanceof UnexpectedText)) throw error;
    const { offset } = error.detail;
    const end = fence.text.slice(offset).search(/[\r\n]|$/) + offset;
    onError(error.detail, { start: reading.locate(offset), end: reading.locate(end) });
    return { type };
  }
}

/** A value, or why a text is none. */
export type ValueResult =
  | { readonly ok: true; readonly value: ExampleValue }
  | { readonly ok: false; readonly error: NotationError };

/** Reads a literal that is the whole of a text which starts at a point: JSON is one. */
export function readTypeScriptValue(text: string, start: Point): ValueResult {
  const cursor: Cursor = { text, offset: 0 };
  try {
    const value = readValue({ cursor, locate: locatorOf(text, start), depth: 0 });
    if (peek(cursor) !== "") throw new UnexpectedText(cursor, ["the end of the text"]);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof UnexpectedText)) throw error;
    return { ok: false, error: error.detail };
  }
}

function readValue(reading: ValueReading): ExampleValue {
  if (reading.depth >= maximumDepth) {
    throw new UnexpectedText(reading.cursor, [`a value that nests at most ${maximumDepth} deep`]);
  }
  skipComments(reading.cursor);
  const start = reading.cursor.offset;
  const placeFrom = (): Place => ({ start: reading.locate(start), end: reading.locate(reading.cursor.offset) });
  switch (peek(reading.cursor)) {
    case "{":
      return { kind: "object", entries: readEntries(reading), place: placeFrom() };
    case "[":
      return { kind: "array", items: readItems(reading), place: placeFrom() };
    case '"':
    case "'":
      return { kind: "string", value: readString(reading.cursor), place: placeFrom() };
    default:
      return readScalar(reading, placeFrom);
  }
}

function readScalar(reading: ValueReading, placeFrom: () => Place): ExampleValue {
  const { cursor } = reading;
  const value = readNumber(cursor);
  if (value !== undefined) {
    const big = cursor.text[cursor.offset] === "n";
    if (big) cursor.offset += 1;
    return big ? { kind: "bigint", place: placeFrom() } : { kind: "number", value, place: placeFrom() };
  }
  const name = readName(cursor);
  switch (name) {
    case "null":
      return { kind: "null", place: placeFrom() };
    case "true":
    case "false":
      return { kind: "boolean", value: name === "true", place: placeFrom() };
    case "NaN":
      return { kind: "number", value: Number.NaN, place: placeFrom() };
    case "":
      throw new UnexpectedText(cursor, ["a value"]);
    default:
      return readCall(reading, name, placeFrom);
  }
}

/** `new Date("…")`, `await openAsBlob("…")`, `BigInt(1)` or the member of an enum, `Region.Seattle`. */
function readCall(reading: ValueReading, first: string, placeFrom: () => Place): ExampleValue {
  const { cursor } = reading;
  let callee = first;
  while (callee === "new" || callee === "await") callee = readName(cursor);
  const given: ExampleValue[] = [];
  if (accept(cursor, "(")) {
    while (!accept(cursor, ")")) {
      given.push(readNestedValue(reading));
      accept(cursor, ",");
    }
  }
  if (callee === "BigInt") return { kind: "bigint", place: placeFrom() };
  const [only] = given;
  const text = given.length === 1 && only?.kind === "string" ? { text: only.value } : {};
  return { kind: "call", callee, ...text, place: placeFrom() };
}

function readEntries(reading: ValueReading): readonly ExampleEntry[] {
  const { cursor } = reading;
  const entries: ExampleEntry[] = [];
  expect(cursor, "{");
  for (;;) {
    skipComments(cursor);
    if (accept(cursor, "}")) return entries;
    const start = cursor.offset;
    const key = readKey(cursor);
    const place = { start: reading.locate(start), end: reading.locate(cursor.offset) };
    expect(cursor, ":");
    entries.push({ key, place, value: readNestedValue(reading) });
    skipComments(cursor);
    if (!accept(cursor, ",") && peek(cursor) !== "}") throw new UnexpectedText(cursor, ["`,`", "`}`"]);
  }
}

function readKey(cursor: Cursor): string {
  const next = peek(cursor);
  if (next === '"' || next === "'") return readString(cursor);
  const number = readNumber(cursor);
  if (number !== undefined) return String(number);
  const name = readName(cursor);
  if (name === "") throw new UnexpectedText(cursor, ["a key"]);
  return name;
}

function readItems(reading: ValueReading): readonly ExampleValue[] {
  const { cursor } = reading;
  const items: ExampleValue[] = [];
  expect(cursor, "[");
  for (;;) {
    skipComments(cursor);
    if (accept(cursor, "]")) return items;
    items.push(readNestedValue(reading));
    skipComments(cursor);
    if (!accept(cursor, ",") && peek(cursor) !== "]") throw new UnexpectedText(cursor, ["`,`", "`]`"]);
  }
}

function readNestedValue(reading: ValueReading): ExampleValue {
  reading.depth += 1;
  const value = readValue(reading);
  reading.depth -= 1;
  return value;
}

function skipComments(cursor: Cursor): void {
  for (;;) {
    const line = accept(cursor, "//");
    if (!line && !accept(cursor, "/*")) return;
    const end = cursor.text.indexOf(line ? "\n" : "*/", cursor.offset);
    if (end < 0) throw new UnexpectedText(cursor, ["the end of the comment"]);
    cursor.offset = end + (line ? 1 : 2);
  }
}
