import type { ExampleValue } from "./example.js";
import type { Place } from "./place.js";

/** A value of JSON. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A value of JSON as examples have them, all of it at one place; nothing where it nests deeper than is said. */
export function exampleOfJson(
  value: JsonValue,
  place: Place,
  deepest: number = Number.POSITIVE_INFINITY,
): ExampleValue | undefined {
  if (deepest < 0) return undefined;
  if (value === null) return { kind: "null", place };
  switch (typeof value) {
    case "string":
      return { kind: "string", value, place };
    case "number":
      return { kind: "number", value, place };
    case "boolean":
      return { kind: "boolean", value, place };
    case "object": {
      if (isList(value)) {
        const items = value.flatMap((item) => exampleOfJson(item, place, deepest - 1) ?? []);
        return items.length === value.length ? { kind: "array", items, place } : undefined;
      }
      const keys = Object.entries(value);
      const entries = keys.flatMap(([key, each]) => {
        const read = exampleOfJson(each, place, deepest - 1);
        return read ? [{ key, place, value: read }] : [];
      });
      return entries.length === keys.length ? { kind: "object", entries, place } : undefined;
    }
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
