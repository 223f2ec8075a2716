import type { Place } from "../model/place.js";

/** The first character of a value, where what it lacks is told. */
export function openingOf({ start }: Place): Place {
  return { start, end: { ...start, column: start.column + 1, offset: start.offset + 1 } };
}
