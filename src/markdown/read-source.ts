import { type Limits, overLimit } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import { decodeText } from "./decode.js";
import type { Page } from "./page.js";
import { parseBounded } from "./parse-page.js";

/** The page that a text or its bytes hold; one that is no UTF-8, or over a limit, is reported. */
export function readSource(path: string, value: string | Uint8Array, limits: Limits, report: Report): Page | undefined {
  const found = byteLength(value);
  if (found > limits.pageBytes) {
    report(overLimit({ limit: "pageBytes", page: path, found }, limits));
    return undefined;
  }
  const text = decodeText(path, value, report);
  return text === undefined ? undefined : parseBounded(path, text, limits, report);
}

function byteLength(value: string | Uint8Array): number {
  return typeof value === "string" ? new TextEncoder().encode(value).length : value.length;
}
