import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Page } from "../markdown/page.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import type { Notation, NotationEvidence } from "../notation/notation.js";

/** What a dialect takes a page for: a model, or something that stands beside the models. */
export type PageVerdict =
  | { readonly kind: "model" }
  | { readonly kind: "aside"; readonly reason: string }
  | { readonly kind: "unfit" };

/** How a generator lays out a page. */
export interface Dialect {
  readonly name: string;
  /** What the page is; `unfit` where it is not of this dialect. */
  readonly judge: (page: Page) => PageVerdict;
  /** What the page shows of its notation. */
  readonly evidence: (page: Page) => NotationEvidence;
  /** Reads the models of a page that was judged to hold some; what is over a limit is reported. */
  readonly read: (page: Page, notation: Notation, limits: Limits, report: Report) => readonly Model<Link>[];
}
