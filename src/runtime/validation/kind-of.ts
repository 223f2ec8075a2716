/** What is said of a value that could not be read, or that JSON cannot carry. */
export const unreadable = "unreadable value";

/** What kind of value is somewhere, without saying which. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return "Date";
  const isOutside = typeof value === "number" && !Number.isFinite(value);
  return isOutside ? "non-finite number" : typeof value;
}
