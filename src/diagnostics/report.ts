import { VFileMessage } from "vfile-message";
import type { Place } from "../model/place.js";
import { type RuleId, rules, type Severity } from "./rules.js";

/** Another place that a finding is about: the cell that an example breaks, the first of two rows. */
export interface Related {
  /** The page below the docs root. */
  readonly page: string;
  readonly place: Place;
  /** What stands there, in a few words without a full stop. */
  readonly reason: string;
}

/** What is wrong at a place of a page. */
export interface Finding {
  readonly rule: RuleId;
  /** The page below the docs root; of an override, the file that it is written in, seen from there. */
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
  readonly related?: readonly Related[] | undefined;
}

/** A message of a finding: `file` is the page, `note` how to mend it. */
export interface Message extends VFileMessage {
  /** Other places that it is about. */
  related?: readonly Related[] | undefined;
}

/** Takes a finding; where it goes is the caller's business. */
export type Report = (finding: Finding) => void;

/** Severities that differ from the rules' own; `off` drops the finding. */
export type Severities = { readonly [Id in RuleId]?: Severity | "off" };

/** The message of a finding, or nothing where its rule is off. */
export function messageOf(finding: Finding, severities: Severities): Message | undefined {
  const rule = rules[finding.rule];
  const severity = severityOf(finding.rule, severities);
  if (severity === "off") return undefined;
  const message: Message = new VFileMessage(finding.reason, {
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
  if (finding.related) message.related = finding.related;
  return message;
}

/** What a rule's findings weigh. */
export function severityOf(rule: RuleId, severities: Severities): Severity | "off" {
  return severities[rule] ?? rules[rule].severity;
}

/** The other places that a message is about. */
export function relatedOf(message: VFileMessage): readonly Related[] {
  return "related" in message && Array.isArray(message.related) ? message.related : [];
}
