import { type AnnotationKind, type WorkflowCommand, workflowCommand } from "../workflow-command.js";
import { reportPretty } from "./pretty.js";
import type { Outcome, Terminal } from "./reporter.js";
import { type Location, type Result, resultsOf } from "./results.js";
import { pathFrom, sourceRootOf } from "./source-root.js";

/** How many annotations of a kind GitHub shows of a step; it drops the others in silence. */
const mostOfKind = 10;

const kinds: { readonly [Level in Result["level"]]: AnnotationKind } = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/** Writes for the log what a reader is told, and on stdout commands that annotate the files of a pull request. */
export async function reportGithub(outcome: Outcome, terminal: Terminal): Promise<void> {
  await reportPretty(outcome, terminal);
  const root = sourceRootOf(outcome, terminal);
  const results = resultsOf(outcome, terminal.quiet);
  for (const level of ["error", "warning", "note"] as const) {
    const ofLevel = results.filter((result) => result.level === level);
    for (const result of mostVaried(ofLevel, mostOfKind)) terminal.obey?.(annotationOf(result, root));
    const left = ofLevel.length - mostOfKind;
    if (left > 0) terminal.stderr.write(`${restLine(left, level)}\n`);
  }
}

function restLine(count: number, level: Result["level"]): string {
  const noun = `${level}${count === 1 ? "" : "s"}`;
  return `… ${count} more ${noun} without an annotation: GitHub shows ${mostOfKind} of a kind in a step`;
}

/** The first results of each rule in turn, so that one with hundreds does not hide the others; in their own order. */
function mostVaried(results: readonly Result[], most: number): readonly Result[] {
  const counts = new Map<string, number>();
  const ranked = results.map((result, at) => {
    const rank = counts.get(result.rule) ?? 0;
    counts.set(result.rule, rank + 1);
    return { result, rank, at };
  });
  const chosen = ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, most);
  return chosen.sort((a, b) => a.at - b.at).map(({ result }) => result);
}

function annotationOf({ rule, level, reason, mend, location, related }: Result, root: string): WorkflowCommand {
  const lines = [
    reason,
    ...related.map((each) => `${placeText(each.location, root)}: ${each.reason}`),
    ...(mend === undefined ? [] : [mend]),
  ];
  const properties = { file: pathFrom(root, location.file), ...rangeOf(location), title: `modelmark: ${rule}` };
  return workflowCommand(kinds[level], properties, lines.join("\n"));
}

/** The runner takes columns only where a place ends in its line. */
function rangeOf({ start, end }: Location): Readonly<Record<string, number>> {
  if (!start) return { line: 1 };
  if (!end || end.line !== start.line) return { line: start.line, endLine: Math.max(start.line, end?.line ?? 0) };
  return { line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}

function placeText({ file, start }: Location, root: string): string {
  return `${pathFrom(root, file)}${start ? `:${start.line}:${start.column}` : ""}`;
}
