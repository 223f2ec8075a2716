import { placeWithin } from "../markdown/place.js";
import type { Link } from "../model/link.js";
import type { Point } from "../model/place.js";
import { deepestType, type Type } from "../model/type.js";
import { type Cursor, expect, maximumDepth, peek, UnexpectedText } from "./cursor.js";
import type { NotationResult } from "./notation.js";
import { typeSizeOf } from "./type-size.js";

/** What a notation's grammar works with: the cursor, where the text stands, and how deep the type nests. */
export interface Reading {
  readonly cursor: Cursor;
  readonly start: Point;
  depth: number;
}

/** A production of a notation's grammar. */
export type ReadType = (reading: Reading) => Type<Link>;

/** Runs a grammar over the whole of a text; what the grammar refuses becomes an error with its offset. */
export function readWhole(text: string, start: Point, readType: ReadType): NotationResult {
  const cursor: Cursor = { text, offset: 0 };
  try {
    const type = readType({ cursor, start, depth: 0 });
    if (peek(cursor) !== "") throw new UnexpectedText(cursor, ["the end of the type"]);
    if (typeSizeOf(type).nesting > deepestType) {
      throw new UnexpectedText({ text, offset: 0 }, [`at most ${deepestType} lists and maps in one another`], {
        isTooDeep: true,
      });
    }
    return { ok: true, type };
  } catch (error) {
    if (error instanceof UnexpectedText) return { ok: false, error: error.detail };
    throw error;
  }
}

/** Reads a type one level deeper. */
export function readNested(reading: Reading, readType: ReadType): Type<Link> {
  if (reading.depth >= maximumDepth) {
    throw new UnexpectedText(reading.cursor, [`a type that nests at most ${maximumDepth} deep`], { isTooDeep: true });
  }
  reading.depth += 1;
  const type = readType(reading);
  reading.depth -= 1;
  return type;
}

/** Reads a type between two of a mark: emphasis or a code span. */
export function readBetween(reading: Reading, mark: string, readType: ReadType): Type<Link> {
  expect(reading.cursor, mark);
  const type = readNested(reading, readType);
  expect(reading.cursor, mark);
  return type;
}

/** What else a link says beside its name; `known` is undefined where the notation takes the name for no type. */
type LinkDetails = Pick<Link, "url" | "sole"> & { readonly known?: Type<never> | undefined };

/** A reference to what a dotted name says: everything before the last dot is the namespace. */
export function referenceTo(
  reading: Reading,
  dottedName: string,
  from: number,
  { known, ...others }: LinkDetails,
): Type<Link> {
  const rest = known ? { ...others, known } : others;
  const dot = dottedName.lastIndexOf(".");
  const place = placeWithin(reading.start, from, reading.cursor.offset);
  const name = dottedName.slice(dot + 1);
  const target: Link =
    dot < 0 ? { name, place, ...rest } : { name, namespace: dottedName.slice(0, dot), place, ...rest };
  return { kind: "reference", target };
}

/** A union without repetition: one member stands for itself, null and undefined have been taken out before. */
export function unionOf<Ref>(members: readonly Type<Ref>[]): Type<Ref> {
  const [first] = members;
  return first && members.length === 1 ? first : { kind: "union", members };
}

/** A type that may be null, as the text from an offset to the cursor says. */
export function nullable({ start, cursor }: Reading, type: Type<Link>, from: number): Type<Link> {
  if (type.kind === "nullable") return type;
  return { kind: "nullable", type, source: { origin: "cell", place: placeWithin(start, from, cursor.offset) } };
}

/** Takes a null around a whole type for the language's word for "no value"; null alone stays null. */
export function withoutNothing(result: NotationResult): NotationResult {
  if (!result.ok || result.type.kind !== "nullable" || isNever(result.type.type)) return result;
  return { ok: true, type: result.type.type, optional: true };
}

/** Whether a type has no value: what is left of null alone once its null is taken out. */
function isNever(type: Type<Link>): boolean {
  return type.kind === "union" && type.members.length === 0;
}
