import type { Report } from "../diagnostics/report.js";
import type { Page } from "../markdown/page.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import { chooseNotations, type NotationReason } from "./choose-notation.js";
import type { Dialect } from "./dialect.js";
import { dialects } from "./index.js";

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

/** Reads each page in the dialect that takes it for its own, in the notation that it is written in. */
export function readPages(
  pages: readonly Page[],
  notationPins: Readonly<Record<string, string>>,
  report: Report,
): PagesRead {
  const judged = pages.map((page) => ({ page, ...judge(page) }));
  const fitting = judged.flatMap(({ page, dialect }) => (dialect ? [{ page, dialect }] : []));
  const evidence = fitting.map(({ page, dialect }) => ({ page, evidence: dialect.evidence(page) }));
  const choices = chooseNotations(evidence, notationPins, report);
  const models = fitting.flatMap(({ page, dialect }) => {
    const choice = choices.get(page);
    return choice ? dialect.read(page, choice.notation, report) : [];
  });
  const skipped = judged.flatMap(({ page, dialect, reason }) => (dialect ? [] : [{ page: page.path, reason }]));
  for (const { page, reason } of skipped) {
    report({ rule: "unread-page", page, reason: `Left out: ${reason}` });
  }
  const readings = new Map(
    fitting.flatMap(({ page, dialect }) => {
      const choice = choices.get(page);
      return choice
        ? [[page.path, { dialect: dialect.name, notation: choice.notation.name, reason: choice.reason }] as const]
        : [];
    }),
  );
  return { models, skipped, readings };
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
