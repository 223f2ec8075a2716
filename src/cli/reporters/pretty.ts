import { differenceLines, plannedLines, problemLines } from "./change-lines.js";
import { messageLines } from "./message-lines.js";
import type { Outcome, Terminal } from "./reporter.js";
import { summaryLines } from "./summary-lines.js";

/** Writes the outcome for a reader: messages with frames, what differs, and a summary. */
export async function reportPretty(outcome: Outcome, terminal: Terminal): Promise<void> {
  const { colors, quiet } = terminal;
  const listed = outcome.messages.filter((message) => message.fatal === true || (!quiet && message.fatal === false));
  const lines = [
    ...messageLines(listed, outcome.pages, colors),
    ...problemLines(outcome.changes, quiet, colors),
    ...(outcome.command === "check" ? differenceLines(outcome.changes, colors) : []),
    ...summaryLines(outcome, terminal),
  ];
  if (outcome.dryRun) write(terminal.stdout, plannedLines(outcome.changes));
  write(terminal.stderr, lines);
}

function write(stream: Terminal["stdout"], lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.join("\n")}\n`);
}
