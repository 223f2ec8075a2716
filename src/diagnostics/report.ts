import { VFileMessage } from "vfile-message";
import type { Place } from "../model/place.js";
import { type RuleId, rules, type Severity } from "./rules.js";

/** Another place that a finding is about. */
export interface RelatedPlace {
  /** The page below the docs root. */
  readonly page: string;
  readonly place: Place;
  /** What stands there, in a sentence without a full stop. */
  readonly reason: string;
}

/** What is wrong at a place of a page. */
export interface Finding {
  readonly rule: RuleId;
  /** The page below the docs root. */
  readonly page: string;
  readonly place?: Place | undefined;
  /** One sentence without a full stop: "Unexpected X, expected Y". */
  readonly reason: string;
  /** What stands there. */
  readonly actual?: string | undefined;
  /** What may stand there. */
  readonly expected?: readonly string[] | undefined;
  /** How to mend this one, where the rule's own words are not enough. */
  readonly mend?: string | undefined;
  /** Other places that the finding is about. */
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** Takes a finding; where it goes is the caller's business. */
export type Report = (finding: Finding) => void;

/** Severities that differ from the rules' own; `off` drops the finding. */
export type Severities = { readonly [Id in RuleId]?: Severity | "off" };

/** The message of a finding, or nothing where its rule is off. */
export function messageOf(finding: Finding, severities: Severities): VFileMessage | undefined {
  const rule = rules[finding.rule];
  const severity = severities[finding.rule] ?? rule.severity;
  if (severity === "off") return undefined;
  const message = new VFileMessage(finding.reason, {
    place: finding.place && { start: { ...finding.place.start }, end: { ...finding.place.end } },
    ruleId: finding.rule,
    source: "modelmark",
  });
  message.file = finding.page;
  message.name = finding.place
    ? `${finding.page}:${finding.place.start.line}:${finding.place.start.column}`
    : finding.page;
  message.fatal = { error: true, warning: false, info: undefined }[severity];
  message.actual = finding.actual;
  message.expected = finding.expected && [...finding.expected];
  message.note = finding.mend ?? rule.mend;
  return finding.related ? Object.assign(message, { related: finding.related }) : message;
}

/** The other places that a message is about. */
export function relatedOf(message: VFileMessage): readonly RelatedPlace[] {
  return hasRelated(message) ? message.related : [];
}

function hasRelated(message: VFileMessage): message is VFileMessage & { readonly related: readonly RelatedPlace[] } {
  return "related" in message && Array.isArray(message.related);
}
