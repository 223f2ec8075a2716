import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Page } from "../markdown/page.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import type { Notation } from "../notation/notation.js";
import { chooseNotations, type NotationReason, notationFinder, type ShownNotation } from "./choose-notation.js";
import type { Dialect } from "./dialect.js";
import { dialects } from "./index.js";
import { reportStrays, type ShownPage } from "./stray-language.js";

/** A page that holds no model, and why. */
export interface SkippedPage {
  readonly page: string;
  readonly reason: string;
}

/** What the pages say. */
export interface PagesRead {
  readonly models: readonly Model<Link>[];
  readonly skipped: readonly SkippedPage[];
  /** How each page that holds a model was read. */
  readonly readings: ReadonlyMap<string, PageReading>;
}

/** The layout and the language that a page was read in, and why in that language. */
export interface PageReading {
  readonly dialect: string;
  readonly notation: string;
  readonly reason: NotationReason;
}

/** A page that holds a model, and what was read of it. */
interface FittingPage {
  readonly path: string;
  readonly dialect: Dialect;
  readonly shown: ShownNotation;
  /** Undefined where other pages decide its notation. */
  readonly models: readonly Model<Link>[] | undefined;
  /** Kept where it is yet to be read. */
  readonly page: Page | undefined;
}

/**
 * Reads each page in the dialect that takes it for its own, in the notation that it is written in. A page that shows its
 * notation is read at once and let go, so that not all need be held.
 */
export function readPages(
  pages: Iterable<Page>,
  notationPins: Readonly<Record<string, string>>,
  limits: Limits,
  report: Report,
): PagesRead {
  const showOf = notationFinder(notationPins, report);
  const read: ReadModels = (page, dialect, notation) => dialect.read(page, notation, limits, report);
  const fitting: FittingPage[] = [];
  const skipped: SkippedPage[] = [];
  for (const page of pages) {
    const { dialect, reason } = judge(page);
    if (dialect) fitting.push(fittingPage(page, dialect, showOf({ page, evidence: dialect.evidence(page) }), read));
    else skipped.push({ page: page.path, reason });
  }
  const choices = chooseNotations(fitting.map(({ shown }) => shown));
  const models: Model<Link>[] = [];
  const readings = new Map<string, PageReading>();
  const shownPages: ShownPage[] = [];
  for (const [at, { path, dialect, shown, page, models: known }] of fitting.entries()) {
    const choice = choices[at];
    if (!choice) continue;
    const own = page ? read(page, dialect, choice.notation) : (known ?? []);
    models.push(...own);
    shownPages.push({ shown, models: own });
    readings.set(path, { dialect: dialect.name, notation: choice.notation.name, reason: choice.reason });
  }
  reportStrays(shownPages, report);
  for (const { page, reason } of skipped) report({ rule: "unread-page", page, reason: `Left out: ${reason}` });
  return { models, skipped, readings };
}

type ReadModels = (page: Page, dialect: Dialect, notation: Notation) => readonly Model<Link>[];

function fittingPage(page: Page, dialect: Dialect, shown: ShownNotation, read: ReadModels): FittingPage {
  const { path } = page;
  if (!shown.own) return { path, dialect, shown, models: undefined, page };
  return { path, dialect, shown, models: read(page, dialect, shown.own), page: undefined };
}

/** The dialect that takes a page for its own, or why none does. */
export interface Judgement {
  readonly dialect?: Dialect;
  readonly reason: string;
}

/** Finds the dialect of a page. */
export function judge(page: Page): Judgement {
  const verdicts = dialects.map((dialect) => ({ dialect, verdict: dialect.judge(page) }));
  const fitting = verdicts.find(({ verdict }) => verdict.kind === "model");
  if (fitting) return { dialect: fitting.dialect, reason: "" };
  const aside = verdicts.find(({ verdict }) => verdict.kind === "aside");
  return { reason: aside?.verdict.kind === "aside" ? aside.verdict.reason : "no dialect knows its layout" };
}
