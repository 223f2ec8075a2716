import type { ExampleValue } from "../model/example.js";

/** So many lists and objects a default holds in one another at most. */
const deepest = 64;

/** A value as JSON; nothing where JSON has no word for it, would carry another number, or the value is nested too deep. */
export function jsonTextOf(value: ExampleValue, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  switch (value.kind) {
    case "null":
      return "null";
    case "string":
    case "boolean":
      return JSON.stringify(value.value);
    case "number":
      return Number.isFinite(value.value) ? JSON.stringify(value.value) : undefined;
    case "bigint":
    case "call":
      return undefined;
    case "array": {
      const items = value.items.map((item) => jsonTextOf(item, depth + 1));
      return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
    }
    case "object": {
      const entries = value.entries.map((entry) => {
        const text = jsonTextOf(entry.value, depth + 1);
        return text && `${JSON.stringify(entry.key)}:${text}`;
      });
      return entries.includes(undefined) ? undefined : `{${entries.join(",")}}`;
    }
  }
}
