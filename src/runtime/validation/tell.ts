import { kindOf } from "./kind-of.js";
import { breaks, type Check, type KeyedPlace, misses, type Place, type Tell } from "./place.js";
import type { IssueCode } from "./result.js";
import { isKeyed } from "./value-tests.js";

/** Tells where a value is not like what holds others; whether it is. */
function tellUnless(isLike: (value: unknown) => boolean, at: Place, expected: string): at is KeyedPlace {
  if (isLike(at.value)) return true;
  misses(at, expected);
  return false;
}

/**
 * Tells where a value is no object, and has the rows of a page told next, from one line on; the title of the page is on
 * another. Whether it is an object.
 */
export function tellObject(at: Place, page: string, expected: string, row: number, title = 1): at is KeyedPlace {
  at.line ||= title;
  at.page ||= page;
  if (!tellUnless(isKeyed, at, expected)) return false;
  at.page = page;
  at.line = row;
  return true;
}

/** Tells of the row that is next, where it does not hold. */
export function tellRow(at: KeyedPlace, key: string, holds: boolean, expected: string | Tell, code?: IssueCode): void {
  const line = at.line++;
  if (!holds) breaks(at, key, expected, code, line);
}

/** Tells of a field by the kind of its value, where other kinds pass than an issue is to name: `string | nothing`. */
export function tellKind(at: KeyedPlace, key: string, expected: string, kinds: string = expected): void {
  const kind = kindOf(at.value[key]);
  tellRow(at, key, kind === kinds || kinds.includes(kind), expected);
}

/** Tells of a field whose value has an inside, unless it is of a kind that `also` names. */
export function tellInside(at: KeyedPlace, key: string, check: Check, tell: Tell, also = ""): void {
  const value = at.value[key];
  tellRow(at, key, also.includes(kindOf(value)) || check(value, at.path.length + 1), tell);
}

/** Tells of all items of an array, or of all values of a map. */
export function tellEach(
  at: Place,
  isLike: (value: unknown) => boolean,
  expected: string,
  check: Check,
  each: string | Tell,
  code?: IssueCode,
): void {
  if (!tellUnless(isLike, at, expected)) return;
  const { value } = at;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    // A sparse array may be of any length: its first hole is told, and what comes before it.
    const isThere = key in value;
    if (isThere && check(value[key], at.path.length + 1)) continue;
    if (breaks(at, key, each, code) || !isThere) return;
  }
}
