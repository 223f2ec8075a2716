import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { locatorOf } from "../../markdown/place.js";
import type { ExampleEntry, ExampleValue } from "../../model/example.js";
import type { Place } from "../../model/place.js";
import { scanJson } from "../../overrides/scan-json.js";

/** A value of JSON with places, or why the text is none. */
export type JsonResult =
  | { readonly ok: true; readonly value: ExampleValue }
  | { readonly ok: false; readonly reason: string };

/** Reads JSON with the place of each value: JSON is YAML, whose parser says where things stand. */
export function readJson(content: string): JsonResult {
  // A byte order mark is one column in editors, too.
  const text = content.replace(/^\ufeff/, " ");
  const scanned = scanJson(text, "");
  const lines = new LineCounter();
  if (!scanned.ok) {
    const { line, column } = locatorOf(text, { line: 1, column: 1, offset: 0 })(scanned.offset);
    return { ok: false, reason: `Unexpected text at ${line}:${column}, expected ${scanned.expected}` };
  }
  try {
    const document = parseDocument(text, { schema: "json", uniqueKeys: false, lineCounter: lines, logLevel: "silent" });
    const value = document.contents && valueOfNode(document.contents, lines);
    return value ? { ok: true, value } : { ok: false, reason: "Unexpected text, expected a value of JSON" };
  } catch (error) {
    // Both the parser and the walk below go down by calls.
    if (error instanceof RangeError)
      return { ok: false, reason: "Unexpected nesting, expected a value that is less deep" };
    throw error;
  }
}

/** So deep samples are read. */
const deepestValue = 200;

function valueOfNode(node: ParsedNode, lines: LineCounter, depth: number = 0): ExampleValue | undefined {
  const place = placeOf(node, lines);
  if (depth > deepestValue) throw new RangeError(`a value that nests deeper than ${deepestValue}`);
  if (isSeq<ParsedNode>(node)) {
    const items = node.items.flatMap((item) => valueOfNode(item, lines, depth + 1) ?? []);
    return { kind: "array", items, place };
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const entries = node.items.flatMap(({ key, value }): readonly ExampleEntry[] => {
      const read = value && valueOfNode(value, lines, depth + 1);
      return read && isScalar(key) ? [{ key: String(key.value), place: placeOf(key, lines), value: read }] : [];
    });
    return { kind: "object", entries: lastOfEach(entries), place };
  }
  return isAlias(node) || !isScalar(node) ? undefined : scalarValue(node.value, place);
}

function scalarValue(value: unknown, place: Place): ExampleValue | undefined {
  switch (typeof value) {
    case "string":
      return { kind: "string", value, place };
    case "number":
      return { kind: "number", value, place };
    case "boolean":
      return { kind: "boolean", value, place };
    default:
      return value === null ? { kind: "null", place } : undefined;
  }
}

/** Of keys that are written twice the last one counts, as in every reader of JSON. */
function lastOfEach(entries: readonly ExampleEntry[]): readonly ExampleEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

function placeOf({ range: [from, to] }: ParsedNode, lines: LineCounter): Place {
  const point = (offset: number): Place["start"] => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, offset };
  };
  return { start: point(from), end: point(to) };
}
