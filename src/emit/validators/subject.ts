import { type Code, code, elementAccess } from "../code.js";

/** A value that emitted code looks at. */
export interface Subject {
  /** The expression that reads it. */
  readonly code: Code;
  /** The expression that says how many values contain it; for models that can contain themselves. */
  readonly depth: Code;
}

/** Where emitted code finds the value that it is for: a check is handed it, a tell finds it at its place. */
export interface Whole extends Subject {
  /** What stands before the name of a key's value. */
  readonly inner: Code;
}

/** The value that a check is handed. */
export const checked: Whole = { code: code`value`, depth: code`depth`, inner: code`depth + 1` };

/** The value at the place that a tell is handed. */
export const placed: Whole = { code: code`at.value`, depth: code`at.path.length`, inner: code`at.path.length + 1` };

/** What an expression reads out of a value. */
export function inside({ inner }: Whole, read: Code): Subject {
  return { code: read, depth: inner };
}

/** What an object holds at a key. */
export function member(whole: Whole, key: string): Subject {
  return inside(whole, elementAccess(whole.code, key));
}
