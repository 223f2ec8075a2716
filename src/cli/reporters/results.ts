import path from "node:path";
import type { VFileMessage } from "vfile-message";
import { relatedOf } from "../../diagnostics/report.js";
import { reasonOfChange } from "../tally.js";
import { type OutputRuleId, outputRuleOf, outputRules } from "./output-rules.js";
import type { Outcome } from "./reporter.js";

/** Something that is wrong with a page or an output, in the words that formats of other programs have for it. */
export interface Result {
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  readonly reason: string;
  readonly mend: string | undefined;
  /** What was found. */
  readonly actual: string | undefined;
  readonly expected: readonly string[];
  readonly location: Location;
  /** Other places, with what stands there. */
  readonly related: readonly RelatedLocation[];
}

/** A place of a file; lines and columns count from 1, the end is the first column after it. */
export interface Location {
  /** Absolute. */
  readonly file: string;
  readonly start?: Position | undefined;
  readonly end?: Position | undefined;
}

/** A place that a result is about beside its own. */
export interface RelatedLocation {
  readonly location: Location;
  readonly reason: string;
}

/** A line and a column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** All that is wrong, the pages first; errors alone where a run is quiet. */
export function resultsOf(outcome: Outcome, quiet: boolean): readonly Result[] {
  const results = [
    ...outcome.messages.map((message) => resultOf(message, outcome.docs)),
    ...changeResults(outcome),
    ...failureResults(outcome),
  ];
  return quiet ? results.filter(({ level }) => level === "error") : results;
}

function resultOf(message: VFileMessage, docs: string): Result {
  const { ruleId, fatal, reason, note, actual, expected, file, place } = message;
  const page = path.resolve(docs, file ?? "");
  return {
    rule: ruleId ?? "",
    level: fatal === true ? "error" : fatal === false ? "warning" : "note",
    reason,
    mend: note,
    actual: actual ?? undefined,
    expected: expected ?? [],
    location: { file: page, ...rangeOf(place) },
    related: relatedOf(message).map((related) => ({
      location: { file: path.resolve(docs, related.page), ...rangeOf(related.place) },
      reason: related.reason,
    })),
  };
}

function rangeOf(place: VFileMessage["place"]): Omit<Location, "file"> {
  if (!place) return {};
  return "start" in place ? { start: place.start, end: place.end } : { start: place, end: place };
}

function changeResults({ changes, command, out }: Outcome): readonly Result[] {
  return changes.flatMap((change) => {
    const rule = outputRuleOf(change, command === "check");
    return rule
      ? [outputResult(rule, path.join(out, change.path), `Unexpected output: ${reasonOfChange(change)}`)]
      : [];
  });
}

function failureResults({ failures, out }: Outcome): readonly Result[] {
  return failures.map((failure) =>
    outputResult("refused-output", path.join(out, failure.path), `Cannot write the output: ${failure.reason}`),
  );
}

function outputResult(rule: OutputRuleId, file: string, reason: string): Result {
  const { severity, mend } = outputRules[rule];
  const level = severity === "error" ? "error" : "warning";
  return { rule, level, reason, mend, actual: undefined, expected: [], location: { file }, related: [] };
}
