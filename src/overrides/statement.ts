import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Bounds } from "../dialects/type-limits.js";
import type { Source } from "../model/fact.js";
import type { Place } from "../model/place.js";
import type { Override } from "./override.js";
import type { Targeted } from "./target.js";

/** What examples are believed of: there they may say otherwise than a page, so that an override may have to say what the page says. */
export interface Believed {
  readonly nulls: boolean;
  readonly openEnums: boolean;
  readonly stringsOrNumbers: boolean;
  readonly absentKeys: boolean;
}

/** An override that is applied: where it is written, and what its facts name as their source. */
export interface Statement {
  readonly override: Override;
  readonly source: Source;
  /** Where it is written; the row or the title that it is about, where no file says it. */
  readonly place: Place;
  /** The row or the title that it is about. */
  readonly about: Place;
  /** The file that it is written in; what is over a limit, or cannot be read, is told as a `wrong-override` of it. */
  readonly bounds: Bounds;
  readonly believed: Believed;
}

/** What became of what an override is about. */
export type Verdict<Subject> =
  | { readonly kind: "applied"; readonly subject: Subject }
  /** It is so without the override. */
  | { readonly kind: "repeated" }
  /** There is no such fact of the subject; `expected` is what there would have to be. */
  | { readonly kind: "unfit"; readonly expected: string }
  /** It cannot be read, and that was told. */
  | { readonly kind: "unread" };

/** Makes the statement of an override about something at a place of a page. */
export function statementOf(
  { override, page }: Targeted,
  about: Place,
  { limits, report, believed }: { readonly limits: Limits; readonly report: Report; readonly believed: Believed },
): Statement {
  const { source: learned, writtenAt } = override;
  const related = writtenAt && [{ page, place: about, reason: "what the override is about" }];
  const reportWrong: Report = (finding) => report({ ...finding, rule: "wrong-override", related });
  return {
    override,
    source: { origin: "override", ...(learned === undefined ? {} : { learned }) },
    place: writtenAt?.place ?? about,
    about,
    bounds: { page: { path: writtenAt?.file ?? page }, limits, report: reportWrong },
    believed,
  };
}
