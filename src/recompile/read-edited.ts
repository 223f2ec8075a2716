import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import { notationFinder } from "../dialects/choose-notation.js";
import type { Dialect } from "../dialects/dialect.js";
import { judge } from "../dialects/read-pages.js";
import type { Evidence } from "../evidence/evidence.js";
import { type LinkOptions, linkModel } from "../link/link.js";
import { findSpellings } from "../link/spell-unions.js";
import { isTagNamed } from "../link/tagged-members.js";
import type { Page } from "../markdown/page.js";
import type { Link } from "../model/link.js";
import type { Model, ModelId } from "../model/model.js";
import { folderOf } from "../model/path.js";
import { notations } from "../notation/index.js";
import { overrideModel } from "../overrides/apply-overrides.js";
import type { Targets } from "../overrides/target.js";
import type { NotedModel } from "./notes.js";
import type { Roster } from "./roster.js";
import { ensure } from "./whole-needed.js";

/** What reading a page needs beside it. */
export interface Reading {
  readonly roster: Roster;
  readonly links: LinkOptions;
  /** The globs that pin notations. */
  readonly pins: Readonly<Record<string, string>>;
  /** By the page that they are about. */
  readonly overrides: Targets["byPage"];
  readonly limits: Limits;
  readonly believed: Evidence;
  readonly report: Report;
  /** Hears of each line of a page whose type an override replaces. */
  readonly settle: (page: string, line: number) => void;
}

/** Reads and links the model of an edited page; throws `WholeNeeded` where the edit may change how other pages are read or linked. */
export function readEdited(page: Page, noted: NotedModel, reading: Reading): Model<ModelId> {
  const { roster, links, pins, report } = reading;
  const { dialect } = judge(page);
  ensure(dialect?.name === noted.dialect, "the page is of another dialect");
  const { own } = notationFinder(pins, report)({ page, evidence: dialect.evidence(page) });
  ensure(own?.name === (noted.decides ? noted.notation : undefined), "the page shows another notation");
  const model = readModel(page, dialect, noted, reading, refuseFinding);
  ensure(model.name === noted.name && model.kind === noted.kind, "the page holds another model");
  ensureLocal(model, noted, roster);
  return linkModel(model, roster.index, links, report);
}

/** Reads and links the model of a page as it was when the notes were taken. */
export function readNoted(page: Page, noted: NotedModel, reading: Reading): Model<ModelId> {
  ensure(!noted.borrowed, "other pages say what the model is");
  const { dialect } = judge(page);
  ensure(dialect !== undefined, "no dialect knows the page");
  const model = readModel(page, dialect, noted, { ...reading, report: silent }, silent);
  return linkModel(model, reading.roster.index, reading.links, silent);
}

/** What is wrong with a page that was not edited has been said. */
const silent: Report = () => {};

/** What is wrong with overrides is told in their file, of which no edit of a page is. */
const refuseFinding: Report = () => ensure(false, "an override does not fit");

function readModel(
  page: Page,
  dialect: Dialect,
  { notation: name }: NotedModel,
  { overrides, limits, believed, report, settle }: Reading,
  reportOverride: Report,
): Model<Link> {
  const notation = notations.find((each) => each.name === name);
  ensure(notation !== undefined, "there is no such notation");
  const [model, ...others] = dialect.read(page, notation, limits, report);
  ensure(model !== undefined && others.length === 0, "the page does not hold one model");
  const applying = { limits, report: reportOverride, settle, believed };
  return overrideModel(model, overrides.get(page.path) ?? [], applying);
}

/** Linking looks at all models for bare pages, for members that are called by their tags, and at alike names. */
function ensureLocal(model: Model<Link>, noted: NotedModel, { notes, index }: Roster): void {
  ensure(!noted.borrowed && model.kind !== "alias", "other pages may say what the model is");
  ensure(!notes.hasReshaped, "unions have other members because of other pages");
  ensure(model.kind !== "union" || !isTagNamed(model, index), "the union's members are called by their tags");
  ensure(!notes.spelling.includes(model.page), "the page says what another one holds");
  if (notes.hasBare) {
    const spelled = findSpellings(model, index).map(({ id }) => notes.models.find(({ page }) => page === id));
    const isRead = spelled.every((target) => target && !target.borrowed && target.kind !== "alias");
    ensure(isRead, "the page may say what another one holds");
  }
  const alike = (index.byName.get(model.name) ?? []).filter((page) => folderOf(page) === folderOf(model.page));
  ensure(alike.length === 1, "another page of the folder has the title too");
}
