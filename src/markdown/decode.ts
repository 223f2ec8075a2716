import type { Report } from "../diagnostics/report.js";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a page; bytes that are no UTF-8 are reported at the place of the first of them. */
export function decodeText(page: string, value: string | Uint8Array, report: Report): string | undefined {
  if (typeof value === "string") return value;
  try {
    return decoder.decode(value);
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(value);
    const before = text.slice(0, Math.max(0, text.indexOf("\uFFFD")));
    const line = before.split("\n").length;
    const point = { line, column: before.length - before.lastIndexOf("\n"), offset: before.length };
    report({
      rule: "invalid-encoding",
      page,
      place: { start: point, end: { ...point, column: point.column + 1, offset: point.offset + 1 } },
      reason: "Unexpected byte, expected UTF-8",
    });
    return undefined;
  }
}
