import { ConfigError } from "../config-error.js";
import { locatorOf } from "../markdown/place.js";
import type { OverridesFile, WrittenOverride } from "./override.js";
import { checkOverrides } from "./overrides-form.js";
import { scanJson } from "./scan-json.js";

/** An overrides file that was read: each override says where it is written. */
export interface ParsedOverrides extends OverridesFile {
  readonly overrides: readonly WrittenOverride[];
}

/**
 * Reads the text of an overrides file; a `ConfigError` names the first thing that is wrong, and its place. `shown`: the file as
 * errors call it; `file`: as messages about single overrides call it, where that differs.
 */
export function parseOverrides(content: string, shown: string, file: string = shown): ParsedOverrides {
  // A byte order mark is one column in editors, too.
  const text = content.replace(/^\ufeff/, " ");
  const locate = locatorOf(text, { line: 1, column: 1, offset: 0 });
  const fault = (offset: number, reason: string, hint: string): ConfigError => {
    const { line, column } = locate(offset);
    return new ConfigError(`${shown}:${line}:${column}: ${reason}`, hint);
  };
  const scanned = scanJson(text, "overrides");
  if (!scanned.ok) {
    const { offset, expected } = scanned;
    throw fault(offset, `Unexpected ${foundAt(text, offset)}, expected ${expected}`, "Mend the file: it is JSON.");
  }
  const { items, secondKey } = scanned;
  if (secondKey) {
    const key = text.slice(secondKey.start, secondKey.end);
    throw fault(secondKey.start, `Unexpected second key \`${key}\`, expected one`, "Remove one of the two.");
  }
  const checked = checkOverrides(JSON.parse(text));
  if (checked.kind === "wrong") {
    const { reason, hint, item } = checked;
    throw fault((item === undefined ? undefined : items[item]?.start) ?? 0, reason, hint);
  }
  const overrides = checked.file.overrides.map((override, at): WrittenOverride => {
    const item = items[at];
    return item
      ? { ...override, writtenAt: { file, place: { start: locate(item.start), end: locate(item.end) } } }
      : override;
  });
  return { ...checked.file, overrides };
}

function foundAt(text: string, offset: number): string {
  const [rest = ""] = text.slice(offset, offset + 24).split(/[\r\n]/);
  return rest.trim() === "" ? (offset < text.length ? "end of the line" : "end of the file") : `\`${rest.trim()}\``;
}
