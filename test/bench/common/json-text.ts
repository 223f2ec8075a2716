/** A value as JSON on one line, its fractions with four digits. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "number" ? rounded(part) : part));
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
