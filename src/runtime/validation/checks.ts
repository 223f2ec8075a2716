import { misses, type Place } from "./place.js";
import { dateIsValid, textIsDate, textIsDateTime } from "./value-tests.js";

/** Checks the text of a day that the calendar has. */
export function checkDate(value: unknown, at?: Place): boolean {
  return textIsDate(value) || misses(at, "date as YYYY-MM-DD", typeof value === "string" ? "format" : "type");
}

/** Checks the text of a date and time. */
export function checkDateTime(value: unknown, at?: Place): boolean {
  return textIsDateTime(value) || misses(at, "ISO 8601 date-time", typeof value === "string" ? "format" : "type");
}

/** Checks a Date. */
export function checkDateObject(value: unknown, at?: Place): boolean {
  return dateIsValid(value) || misses(at, "valid Date", value instanceof Date ? "format" : "type");
}
