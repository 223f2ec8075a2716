import type { ExampleValue } from "../model/example.js";
import type { Place } from "../model/place.js";
import { maximumDepth } from "../notation/cursor.js";
import type { JsonValue } from "./override.js";

/** A value of JSON as examples have them, all of it at one place; nothing where it nests deeper than can be read. */
export function defaultValueOf(value: JsonValue, place: Place, depth = 0): ExampleValue | undefined {
  if (depth > maximumDepth) return undefined;
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
        const items = value.flatMap((item) => defaultValueOf(item, place, depth + 1) ?? []);
        return items.length === value.length ? { kind: "array", items, place } : undefined;
      }
      const keys = Object.entries(value);
      const entries = keys.flatMap(([key, each]) => {
        const read = defaultValueOf(each, place, depth + 1);
        return read ? [{ key, place, value: read }] : [];
      });
      return entries.length === keys.length ? { kind: "object", entries, place } : undefined;
    }
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether two values are alike, wherever they stand; keys of objects in order. */
export function isSameValue(one: ExampleValue, other: ExampleValue | undefined): boolean {
  return other !== undefined && withoutPlaces(one) === withoutPlaces(other);
}

function withoutPlaces(value: ExampleValue): string {
  return JSON.stringify(value, (key: string, each: unknown) => (key === "place" ? undefined : each));
}
