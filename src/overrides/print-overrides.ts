import { byCodeUnits } from "../by-code-units.js";
import type { Override } from "./override.js";

/**
 * The text of an overrides file: sorted by `at` and `fact`, an override a line, so that branches merge and a review shows facts.
 * `schema`: the `$schema` that the file names.
 */
export function printOverrides(overrides: readonly Override[], schema?: string): string {
  const lines = overrides.toSorted(byKey).map((override) => `    ${lineOf(override)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  const first = schema === undefined ? "" : `  "$schema": ${jsonOf(schema)},\n`;
  return `{\n${first}  "version": 1,\n  "overrides": ${list}\n}\n`;
}

function byKey(one: Override, other: Override): number {
  return byCodeUnits(one.at, other.at) || byCodeUnits(one.fact, other.fact);
}

function lineOf({ at, fact, value, source, confidence }: Override): string {
  const entries = Object.entries({ at, fact, value, source, confidence }).filter(([, each]) => each !== undefined);
  return `{ ${entries.map(([key, each]) => `"${key}": ${jsonOf(each)}`).join(", ")} }`;
}

/** Controls, format characters (bidi among them) and line separators, which a review would not show. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** On one line, with every character visible. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(hidden, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
