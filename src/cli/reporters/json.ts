import type { VFileMessage } from "vfile-message";
import { relatedOf } from "../../diagnostics/report.js";
import { printableJson } from "../printable.js";
import { reasonOfChange, tallyOf } from "../tally.js";
import type { Outcome, Terminal } from "./reporter.js";

/** Writes the outcome as one JSON document on stdout. */
export async function reportJson(outcome: Outcome, terminal: Terminal): Promise<void> {
  const { errors, warnings, unchanged } = tallyOf(outcome);
  const document = {
    messages: outcome.messages.filter((message) => !terminal.quiet || message.fatal === true).map(messageJson),
    outputs: outputsJson(outcome),
    ...(outcome.staged && { leftCopies: outcome.staged.leftCopies }),
    summary: {
      pages: outcome.pages.length,
      models: outcome.models,
      written: outcome.written,
      unchanged,
      deleted: outcome.deleted,
      errors,
      warnings,
      milliseconds: Math.round(outcome.milliseconds),
    },
  };
  terminal.stdout.write(`${printableJson(document)}\n`);
}

type Json = Readonly<Record<string, unknown>>;

function messageJson(message: VFileMessage): Json {
  const place = message.place;
  const end = place && "end" in place ? place.end : undefined;
  return {
    page: message.file ?? null,
    line: message.line ?? null,
    column: message.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    rule: message.ruleId ?? null,
    severity: message.fatal === true ? "error" : message.fatal === false ? "warning" : "info",
    reason: message.reason,
    actual: message.actual ?? null,
    expected: message.expected ?? null,
    mend: message.note ?? null,
    related: relatedOf(message).map(({ page, place: { start, end: last }, reason }) => ({
      page,
      line: start.line,
      column: start.column,
      endLine: last.line,
      endColumn: last.column,
      reason,
    })),
  };
}

function outputsJson({ changes, failures }: Outcome): readonly Json[] {
  const outputs = changes
    .filter((change) => change.kind !== "unchanged")
    .map((change) => ({ file: change.path, change: change.kind, reason: reasonOfChange(change) }));
  return [...outputs, ...failures.map(({ path, reason }) => ({ file: path, change: "failed", reason }))];
}
