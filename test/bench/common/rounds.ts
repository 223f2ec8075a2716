/** Those that a round measures, in its order: each round starts with another, so that nobody always follows the same. */
export function rotated<Value>(values: readonly Value[], round: number): readonly Value[] {
  const start = values.length === 0 ? 0 : round % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

/** Reads a flag's whole number above 0; throws an `Error` that names the flag. */
export function countOf(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${flag} takes a whole number above 0, not ${text}`);
  return value;
}
