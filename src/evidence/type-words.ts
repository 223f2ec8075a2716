import type { PrimitiveName } from "../model/type.js";

/** What a primitive type takes as a value of an example, in words. */
export const valueWords: Readonly<Record<PrimitiveName, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  bigint: "a big integer",
  decimal: "a decimal number as text",
  "date-time": "a `Date`",
  date: "a calendar date as text",
  unknown: "anything",
};

/** The same for an example cell, where all is text. */
export const cellWords: Readonly<Record<PrimitiveName, string>> = {
  ...valueWords,
  bigint: "a whole number",
  decimal: "a decimal number",
  "date-time": "a time as ISO 8601 has it",
  date: "a date as `2025-01-31`",
};
