import type { Report } from "../../diagnostics/report.js";
import type { Page, SourceText } from "../../markdown/page.js";
import { placeWithin } from "../../markdown/place.js";
import type { Link } from "../../model/link.js";
import { type Type, unknownType } from "../../model/type.js";
import type { NotationResult } from "../../notation/notation.js";

/** The type that a notation read, or `unknown` and a diagnostic at the character where reading stopped. */
export function typeOrUnknown(page: Page, text: SourceText, result: NotationResult, report: Report): Type<Link> {
  if (result.ok) return result.type;
  const { offset, found, expected } = result.error;
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
