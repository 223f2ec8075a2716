import path from "node:path";
import { relativePath } from "../relative-path.js";
import { leftCopyLines, plannedLines, problemLines } from "./change-lines.js";
import type { Outcome, Terminal } from "./reporter.js";
import { summaryLines } from "./summary-lines.js";

/** Writes the outcome for a reader: messages with frames, what differs, and a summary. */
export async function reportPretty(outcome: Outcome, terminal: Terminal): Promise<void> {
  const { colors, quiet } = terminal;
  const lines = [
    ...(await linesOfMessages(outcome, terminal)),
    ...problemLines(outcome.changes, quiet, colors),
    ...(quiet ? [] : leftCopyLines(outcome.staged?.leftCopies ?? [], colors)),
    ...(await linesOfDifferences(outcome, terminal)),
    ...summaryLines(outcome, terminal),
  ];
  if (outcome.dryRun) write(terminal.stdout, plannedLines(outcome.changes));
  write(terminal.stderr, lines);
}

/** Frames of code are loaded where there is something to show. */
async function linesOfMessages(outcome: Outcome, { colors, cwd, quiet, isAll }: Terminal): Promise<readonly string[]> {
  const listed = outcome.messages.filter((message) => message.fatal === true || (!quiet && message.fatal === false));
  if (listed.length === 0) return [];
  const { messageLines } = await import("./message-lines.js");
  const pathOf = (page: string): string => relativePath(cwd, path.resolve(outcome.docs, page));
  return messageLines(listed, outcome, { colors, isAll, pathOf });
}

/** So are differences of texts. */
async function linesOfDifferences({ command, changes }: Outcome, { colors }: Terminal): Promise<readonly string[]> {
  if (command !== "check" || changes.every(({ kind }) => kind === "unchanged")) return [];
  const { differenceLines } = await import("./difference-lines.js");
  return differenceLines(changes, colors);
}

function write(stream: Terminal["stdout"], lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.join("\n")}\n`);
}
