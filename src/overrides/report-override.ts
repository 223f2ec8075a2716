import type { Finding, Report } from "../diagnostics/report.js";
import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import type { Place } from "../model/place.js";
import { nearestName } from "../near-names.js";
import type { Verdict } from "./statement.js";
import type { Targeted } from "./target.js";

/** What an override is about, as messages call it. */
interface Subject {
  /** `a field`, `an enum`. */
  readonly words: string;
  readonly place: Place;
}

/** Reports an override that says nothing new, or that its subject has no such fact. */
export function reportVerdict(
  verdict: Verdict<unknown>,
  targeted: Targeted,
  { words, place }: Subject,
  report: Report,
): void {
  const { override, page } = targeted;
  switch (verdict.kind) {
    case "applied":
    case "unread":
      return;
    case "repeated":
      report({
        ...staleAt(targeted, place),
        reason: `Unexpected \`${override.fact}\` of \`${override.at}\`, expected one that the page does not say already`,
        mend: "Remove the override.",
        ...relatedTo(targeted, place, "the page says so already"),
      });
      return;
    case "unfit":
      report({
        ...staleAt(targeted, place),
        reason: `Unexpected \`${override.fact}\` of \`${override.at}\`, ${words}, expected ${verdict.expected}`,
        expected: [verdict.expected],
        ...relatedTo(targeted, place, `\`${page}\` says what it is`),
      });
  }
}

/** Reports an override of a page that is gone; `movedTo` is the only other page that is called so. */
export function reportGonePage(targeted: Targeted, movedTo: string | undefined, report: Report): void {
  const hint = movedTo === undefined ? "" : `, did you mean \`${movedTo}\`?`;
  report({
    ...staleAt(targeted, undefined),
    reason: `Unexpected \`${targeted.override.fact}\` of \`${targeted.override.at}\`, expected the page of a model${hint}`,
    actual: targeted.page,
    ...(movedTo !== undefined && { expected: [movedTo] }),
  });
}

/** Makes what reports overrides of fields that a model does not have. */
export function missingFieldReporter(
  model: Model<Link>,
  names: Iterable<string>,
  report: Report,
): (targeted: Targeted) => void {
  let nearest: ((name: string) => string | undefined) | undefined;
  return (targeted) => {
    nearest ??= nearestName(names);
    const meant = nearest(targeted.field ?? "");
    const hint = meant === undefined ? "" : `, did you mean \`${meant}\`?`;
    report({
      ...staleAt(targeted, model.place),
      reason: `Unexpected \`${targeted.override.fact}\` of \`${targeted.override.at}\`, expected a field of \`${model.page}\`${hint}`,
      actual: targeted.field,
      ...(meant !== undefined && { expected: [meant] }),
      ...relatedTo(targeted, model.place, "the page has no such field"),
    });
  };
}

/** Reports an override of a fact that another one states, too. */
export function reportSecond(targeted: Targeted, report: Report): void {
  report({
    ...staleAt(targeted, undefined),
    reason: `Unexpected second \`${targeted.override.fact}\` of \`${targeted.override.at}\`, expected one`,
    mend: "Remove one of the two: the first counts.",
  });
}

/** Where an override is written; where no file says it, what it is about. */
function staleAt({ override, page }: Targeted, place: Place | undefined): Pick<Finding, "rule" | "page" | "place"> {
  const { writtenAt } = override;
  return { rule: "stale-override", page: writtenAt?.file ?? page, place: writtenAt?.place ?? place };
}

/** The page, beside the file of the override. */
function relatedTo({ override, page }: Targeted, place: Place, reason: string): Pick<Finding, "related"> {
  return override.writtenAt ? { related: [{ page, place, reason }] } : {};
}
