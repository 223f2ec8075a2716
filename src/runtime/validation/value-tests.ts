/** An object whose keys beside its fields are read. */
export type Keyed = { readonly [key: string]: unknown };

/** The days that the calendar has: the last of February in leap years alone. */
function dayPattern(): string {
  const leapDay = /(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29/;
  const end = /(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)/;
  const day = /(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])/;
  return `(?:${leapDay.source}|\\d{4}-(?:${end.source}|${day.source}))`;
}

/** A day, whose year may have two digits more, and a time with or without an offset. */
function dateTimePattern(): string {
  const time = /(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?/;
  const offset = /(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?/;
  return `(?:[+-]\\d\\d)?${dayPattern()}[Tt ]${time.source}${offset.source}`;
}

function whole(pattern: () => string): RegExp {
  return new RegExp(`^${pattern()}$`);
}

/** The text of a day. */
export const dateText: RegExp = /* @__PURE__ */ whole(dayPattern);

/** The text of a date and time. */
export const dateTimeText: RegExp = /* @__PURE__ */ whole(dateTimePattern);

/** Whether a value is the text of a day that the calendar has: `2024-02-29`. */
export function checkDate(value: unknown): boolean {
  return typeof value === "string" && dateText.test(value);
}

/** Whether a value is the text of a date and time by ISO 8601: `2024-02-29T12:00:00Z`, with or without an offset. */
export function checkDateTime(value: unknown): boolean {
  return typeof value === "string" && dateTimeText.test(value);
}

/** Whether a value is a Date that holds a time. */
export function checkDateObject(value: unknown): boolean {
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
