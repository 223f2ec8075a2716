import type { Limits } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import { areTypesWithin } from "../dialects/type-limits.js";
import type { Link } from "../model/link.js";
import type { Field, Model } from "../model/model.js";
import { applyToField } from "./apply-to-field.js";
import { applyToModel } from "./apply-to-model.js";
import type { Override, WrittenOverride } from "./override.js";
import { missingFieldReporter, reportGonePage, reportSecond, reportVerdict } from "./report-override.js";
import { type Believed, statementOf } from "./statement.js";
import { findTargets, movedPages, type Targeted } from "./target.js";

/** What applying needs beside models and overrides. */
export interface Applying {
  readonly limits: Limits;
  readonly report: Report;
  readonly believed: Believed;
  /** Hears of each line of a page whose type an override replaces. */
  readonly settle: (page: string, line: number) => void;
}

/** Says of models what overrides say of them, in time linear in both; reports overrides that say nothing new or cannot be applied. */
export function applyOverrides(
  models: readonly Model<Link>[],
  overrides: readonly WrittenOverride[],
  applying: Applying,
): readonly Model<Link>[] {
  if (overrides.length === 0) return models;
  const pages = new Set(models.map(({ page }) => page));
  const { byPage, strays } = findTargets(overrides, (page) => pages.has(page));
  const movedTo = movedPages(strays.length > 0 ? models : []);
  for (const stray of strays) reportGonePage(stray, movedTo(stray.page), applying.report);
  return models.map((model) => overrideModel(model, byPage.get(model.page) ?? [], applying));
}

/** Says of a model what the overrides of its page say of it. */
export function overrideModel(model: Model<Link>, targeted: readonly Targeted[], applying: Applying): Model<Link> {
  if (targeted.length === 0) return model;
  const due = withoutSeconds(targeted, applying.report).toSorted(
    (one, other) => rankOf(one.override) - rankOf(other.override),
  );
  const whole = due.filter(({ field }) => field === undefined);
  const shaped = whole.reduce((current, each) => overrideWhole(current, each, applying), model);
  const changed = overrideFields(shaped, due, applying);
  return changed === model || isWithinLimits(changed, due, applying) ? changed : model;
}

/** A shape comes before what is said of it, and the type of a field before its null. */
const order: readonly Override["fact"][] = ["type", "values", "open", "additional"];

function rankOf({ fact }: Override): number {
  const rank = order.indexOf(fact);
  return rank < 0 ? order.length : rank;
}

function withoutSeconds(targeted: readonly Targeted[], report: Report): readonly Targeted[] {
  const first = new Set<string>();
  return targeted.filter((each) => {
    const key = `${each.override.fact} ${each.override.at}`;
    if (first.has(key)) reportSecond(each, report);
    const isFirst = !first.has(key);
    first.add(key);
    return isFirst;
  });
}

function overrideWhole(model: Model<Link>, targeted: Targeted, applying: Applying): Model<Link> {
  const verdict = applyToModel(model, statementOf(targeted, model.place, applying));
  reportVerdict(verdict, targeted, { words: wordsOf(model), place: model.place }, applying.report);
  return verdict.kind === "applied" ? verdict.subject : model;
}

/** What a page holds, in words. */
function wordsOf(model: Model<Link>): string {
  switch (model.kind) {
    case "object":
      return "a page of fields";
    case "enum":
      return "an enum";
    case "union":
      return "a union";
    case "alias":
      return "a page without a section";
  }
}

function overrideFields(model: Model<Link>, targeted: readonly Targeted[], applying: Applying): Model<Link> {
  const about = targeted.filter(({ field }) => field !== undefined);
  if (about.length === 0) return model;
  const documented = model.kind === "object" ? model.fields : [];
  const fields = [...documented];
  // Of rows with one name the first counts.
  const indexes = new Map(documented.map(({ name }, at) => [name, at] as const).reverse());
  const reportMissing = missingFieldReporter(model, indexes.keys(), applying.report);
  for (const each of about) {
    const at = indexes.get(each.field ?? "");
    const field = at === undefined ? undefined : fields[at];
    if (at === undefined || !field) reportMissing(each);
    else fields[at] = overrideField(field, each, applying);
  }
  const isChanged = fields.some((field, at) => field !== documented[at]);
  return model.kind === "object" && isChanged ? { ...model, fields } : model;
}

function overrideField(field: Field<Link>, targeted: Targeted, applying: Applying): Field<Link> {
  const verdict = applyToField(field, statementOf(targeted, field.place, applying));
  reportVerdict(verdict, targeted, { words: "a field", place: field.place }, applying.report);
  if (verdict.kind !== "applied") return field;
  const { place } = field.type.source;
  if (targeted.override.fact === "type" && place) applying.settle(targeted.page, place.start.line);
  return verdict.subject;
}

/** Whether a model is still within the limits of a page; what is over one is told at the first override of a type. */
function isWithinLimits(model: Model<Link>, targeted: readonly Targeted[], applying: Applying): boolean {
  const first = targeted.find(({ override }) => override.fact === "type" || override.fact === "additional");
  if (!first) return true;
  const { bounds, place } = statementOf(first, model.place, applying);
  return areTypesWithin({ ...bounds, report: (finding) => bounds.report({ ...finding, place }) }, model);
}
