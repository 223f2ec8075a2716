import type { PlatformName, PrimitiveName } from "../../src/model/type.js";
import type { Reference } from "./reference.js";

/** Whether a value is an object, an array too. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether a value is an object that may have fields. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value);
}

export function isInstanceOf(value: unknown, name: PlatformName | "ReadableStream"): boolean {
  return value instanceof { Blob, File, Request, Response, Uint8Array, ReadableStream }[name];
}

/** What an object holds under a name; what every object inherits is not its own. */
export function memberOf(
  value: Readonly<Record<string, unknown>>,
  name: string,
  inherits: boolean,
): { readonly value: unknown } | undefined {
  if (Object.hasOwn(value, name)) return { value: value[name] };
  if (name in Object.prototype) return inherits && objectMembers.has(name) ? { value: value[name] } : undefined;
  return name in value ? { value: value[name] } : undefined;
}

/** The members that TypeScript's library gives to every object. */
const objectMembers: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

export function isPrimitive(name: PrimitiveName, value: unknown, { settings, rules }: Reference): boolean {
  switch (name) {
    case "string":
    case "decimal":
      return typeof value === "string";
    case "number":
    case "integer":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "bigint":
      return typeof value === "bigint";
    case "unknown":
      return true;
    case "date":
      return typeof value === "string" && (rules.has("text") || isDay(value));
    case "date-time":
      if (settings.dates === "Date") return isTime(value);
      return typeof value === "string" && (rules.has("text") || isDateTime(value));
  }
}

/** Whether a value is a Date that holds a time. */
function isTime(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN(Number(value));
}

/** Whether a text is a day as a Date would write it. */
function isDay(text: string): boolean {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(Number(date)) && date.toISOString().startsWith(text);
}

/** Whether a text is a day, a time and an offset, of which the last may be left out. */
function isDateTime(text: string): boolean {
  const [, day = "", time = ""] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  return isDay(day) && !Number.isNaN(Number(new Date(`1970-01-01T${time}Z`)));
}
