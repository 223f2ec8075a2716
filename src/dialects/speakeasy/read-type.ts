import { type Limits, overLimit } from "../../diagnostics/limits.js";
import type { Report } from "../../diagnostics/report.js";
import type { Page, SourceText } from "../../markdown/page.js";
import { placeWithin } from "../../markdown/place.js";
import type { Link } from "../../model/link.js";
import { type Type, unknownType } from "../../model/type.js";
import type { NotationResult } from "../../notation/notation.js";
import { isTypeWithin } from "../type-limits.js";

/** The type that a notation read, or `unknown` and a diagnostic at the character where reading stopped. */
export function typeOrUnknown(
  page: Page,
  text: SourceText,
  result: NotationResult,
  limits: Limits,
  report: Report,
): Type<Link> {
  if (result.ok) return isTypeWithin({ page, limits, report }, result.type, text.place) ? result.type : unknownType;
  const { offset, found, expected, isTooDeep } = result.error;
  if (isTooDeep) {
    report(overLimit({ limit: "typeDepth", page: page.path, place: text.place }, limits));
    return unknownType;
  }
  const at = Math.min(offset, text.text.length);
  const end = Math.max(at, text.text.length);
  report({
    rule: "unknown-type",
    page: page.path,
    place: text.text === "" ? text.place : placeWithin(text.place.start, at, end),
    reason: `Unexpected ${found}, expected ${expected.join(" or ")}`,
    actual: text.text,
    expected,
  });
  return unknownType;
}
