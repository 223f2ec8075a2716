import type { VFileMessage } from "vfile-message";
import { type Related, relatedOf } from "../../diagnostics/report.js";
import { printableJson } from "../printable.js";
import { relativePath } from "../relative-path.js";
import { reasonOfChange, tallyOf } from "../tally.js";
import type { JsonMessage, JsonOutput, JsonPlace, JsonReport } from "./json-report.js";
import type { Outcome, Terminal } from "./reporter.js";

/** Writes the outcome as one JSON document on stdout. */
export async function reportJson(outcome: Outcome, { cwd, quiet, stdout }: Terminal): Promise<void> {
  const { errors, warnings, unchanged } = tallyOf(outcome);
  const document: JsonReport = {
    version: 1,
    docs: folderFrom(cwd, outcome.docs),
    out: folderFrom(cwd, outcome.out),
    messages: outcome.messages.filter((message) => !quiet || message.fatal === true).map(messageJson),
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
  stdout.write(`${printableJson(document)}\n`);
}

function folderFrom(cwd: string, folder: string): string {
  return relativePath(cwd, folder) || ".";
}

function messageJson(message: VFileMessage): JsonMessage {
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
    related: relatedOf(message).map(placeJson),
  };
}

function placeJson({ page, place: { start, end }, reason }: Related): JsonPlace {
  return {
    ...{ page, line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
    reason,
  };
}

function outputsJson({ changes, failures }: Outcome): readonly JsonOutput[] {
  const outputs = changes.flatMap((change): readonly JsonOutput[] =>
    change.kind === "unchanged" ? [] : [{ file: change.path, change: change.kind, reason: reasonOfChange(change) }],
  );
  return [...outputs, ...failures.map(({ path: file, reason }) => ({ file, change: "failed", reason }) as const)];
}
