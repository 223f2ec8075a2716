import { locatorOf } from "../../markdown/place.js";
import type { ExampleValue } from "../../model/example.js";
import type { Point } from "../../model/place.js";
import { readTypeScriptValue } from "../../notation/typescript-example.js";
import { scanJson } from "../../overrides/scan-json.js";

/** A value of JSON with places, or why the text is none. */
export type JsonResult =
  | { readonly ok: true; readonly value: ExampleValue }
  | { readonly ok: false; readonly reason: string };

const textStart: Point = { line: 1, column: 1, offset: 0 };

/** Reads JSON with the place of each value: what is JSON is a literal of TypeScript, which examples are, too. */
export function readJson(content: string): JsonResult {
  // A byte order mark is one column in editors, too.
  const text = content.replace(/^\ufeff/, " ");
  const scanned = scanJson(text, "");
  if (!scanned.ok) return refused(text, scanned.offset, scanned.expected);
  const read = readTypeScriptValue(text, textStart);
  if (read.ok) return read;
  return refused(text, read.error.offset, read.error.expected.join(" or "));
}

function refused(text: string, offset: number, expected: string): JsonResult {
  const { line, column } = locatorOf(text, textStart)(offset);
  return { ok: false, reason: `Unexpected text at ${line}:${column}, expected ${expected}` };
}
