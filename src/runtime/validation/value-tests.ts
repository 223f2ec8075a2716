/** An object whose keys beside its fields are read. */
export type Keyed = { readonly [key: string]: unknown };

const dateText = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const dateTimeText =
  /^(?:[+-]\d\d)?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;

/** The number that digits of a text write. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}

/** Whether the month has the day, where the month's digits start at `month` and four of the year end before it. */
function dayExists(text: string, month: number): boolean {
  const day = digits(text, month + 3, month + 5);
  if (day <= 28) return true;
  const monthNumber = digits(text, month, month + 2);
  if (monthNumber !== 2)
    return day <= 30 || (monthNumber !== 4 && monthNumber !== 6 && monthNumber !== 9 && monthNumber !== 11);
  const year = digits(text, month - 5, month - 1);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a value is the text of a day that the calendar has: `2024-02-29`. */
export function textIsDate(value: unknown): boolean {
  return typeof value === "string" && dateText.test(value) && dayExists(value, 5);
}

/** Whether a value is the text of a date and time by ISO 8601: `2024-02-29T12:00:00Z`, with or without an offset. */
export function textIsDateTime(value: unknown): boolean {
  return typeof value === "string" && dateTimeText.test(value) && dayExists(value, /^\d/.test(value) ? 5 : 8);
}

/** Whether a value is a Date that holds a time. */
export function dateIsValid(value: unknown): boolean {
  if (!(value instanceof Date)) return false;
  try {
    return !Number.isNaN(value.getTime());
  } catch {
    // An object that only inherits from Date has no time to get.
    return false;
  }
}

/** Whether a value is an instance of one of the platform's classes; nothing is where the platform has no such class. */
export function comesFrom(value: unknown, platformClass: string): boolean {
  const found = (globalThis as Keyed)[platformClass];
  return typeof found === "function" && value instanceof found;
}

/** Whether a value is an object that may have fields. */
export function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that may hold values by keys: a Date has fields, but TypeScript takes it for no map. */
export function isMap(value: unknown): value is Keyed {
  return isKeyed(value) && !(value instanceof Date);
}
