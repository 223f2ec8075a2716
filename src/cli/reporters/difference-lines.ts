import { type StructuredPatch, structuredPatch } from "diff";
import type { Colors } from "picocolors/types.js";
import { manifestPath } from "../manifest.js";
import { type Change, isRefused } from "../plan.js";
import { clipped, printable } from "../printable.js";
import { isWarning, reasonOfChange } from "../tally.js";
import { mostNames, restOf } from "./change-lines.js";

/** Most files with a diff, most lines in one. */
const most = { diffs: 10, lines: 20 };

/** What `check` says differs, and how. */
export function differenceLines(changes: readonly Change[], colors: Colors): readonly string[] {
  const differing = changes.filter((change) => change.kind !== "unchanged" && !isRefused(change) && !isWarning(change));
  // What the manifest says of an output, the output says better.
  const telling = differing.filter((change) => change.path !== manifestPath || differing.length === 1);
  const diffed = new Set<Change>(telling.filter((change) => change.kind === "change").slice(0, most.diffs));
  const blocks = differing.slice(0, mostNames).map((change) => {
    const title = `${printable(change.path)}  ${colors.red(printable(reasonOfChange(change)))}`;
    return diffed.has(change) ? [title, ...diffLines(change, colors)] : [title];
  });
  if (blocks.length === 0) return [];
  return [...blocks.flat(), ...restOf(differing.length, mostNames), ""];
}

/** From the disk (`-`) to what generate would write (`+`). */
function diffLines(change: Change, colors: Colors): readonly string[] {
  if (change.kind !== "change") return [];
  const options = { context: 1, maxEditLength: 1000, timeout: 500 };
  const patch = structuredPatch(change.path, change.path, change.before, change.text, undefined, undefined, options);
  if (!patch) return ["    (too many differences to show)"];
  const lines = hunkLines(patch, colors, widest);
  const rest = lines.length > most.lines ? [`… ${lines.length - most.lines} more lines`] : [];
  return [...lines.slice(0, most.lines), ...rest].map((line) => `    ${line}`);
}

/** The whole difference of two texts of a file, for one who asked for nothing else. */
export function patchLines(file: string, before: string, after: string, colors: Colors): readonly string[] {
  const options = { context: 1, timeout: 5000 };
  const patch = structuredPatch(file, file, before, after, undefined, undefined, options);
  const head = [`--- ${printable(file)}`, `+++ ${printable(file)}`];
  if (!patch) return [...head, "(too many differences to show)"];
  return [...head, ...hunkLines(patch, colors, Number.POSITIVE_INFINITY)];
}

function hunkLines({ hunks }: StructuredPatch, colors: Colors, width: number): readonly string[] {
  return hunks.flatMap((hunk) => [
    colors.dim(`@@ -${rangeText(hunk.oldStart, hunk.oldLines)} +${rangeText(hunk.newStart, hunk.newLines)} @@`),
    ...hunk.lines.map((line) => diffLine(line, colors, width)),
  ]);
}

/** Lines of a hunk; where there are none, patches name the line before. */
function rangeText(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

/** Most characters of a line. */
const widest = 160;

function diffLine(line: string, colors: Colors, width: number): string {
  const text = clipped(printable(line), width);
  if (line.startsWith("+")) return colors.green(text);
  return line.startsWith("-") ? colors.red(text) : text;
}
