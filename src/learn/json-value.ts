import type { JsonValue } from "../model/json-value.js";
import { isObject } from "./openapi/document.js";

/** So deep defaults are read. */
export const deepestValue = 16;

/** A value as JSON has it; nothing where it is none, or nests deeper than any default. */
export function jsonOfData(value: unknown, depth: number = 0): JsonValue | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (depth > deepestValue) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => jsonOfData(item, depth + 1));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([key, each]) => [key, jsonOfData(each, depth + 1)] as const);
  const known = entries.flatMap(([key, each]) => (each === undefined ? [] : [[key, each] as const]));
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}
