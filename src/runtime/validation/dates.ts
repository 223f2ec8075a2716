import { misses, type Place } from "./place.js";

function tellText(at: Place, expected: string): void {
  misses(at, expected, typeof at.value === "string" ? "format" : "type");
}

/** Tells that a value is not the text of a day that the calendar has. */
export function tellDate(at: Place): void {
  tellText(at, "date as YYYY-MM-DD");
}

/** Tells that a value is not the text of a date and time. */
export function tellDateTime(at: Place): void {
  tellText(at, "ISO 8601 date-time");
}

/** Tells that a value is not a Date that holds a time. */
export function tellDateObject(at: Place): void {
  misses(at, "valid Date", at.value instanceof Date ? "format" : "type");
}
