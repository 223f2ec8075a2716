import { structuredPatch } from "diff";
import type { Colors } from "picocolors/types.js";
import { manifestPath } from "../manifest.js";
import { type Change, isRefused } from "../plan.js";
import { clipped, printable } from "../printable.js";
import { isWarning, reasonOfChange } from "../tally.js";

/** Most names in a list, most files with a diff, most lines in one. */
const most = { names: 50, diffs: 10, lines: 20 };

const verbs = { create: "create", change: "change", delete: "delete" } as const;

/** What `--dry-run` says would happen, one output a line. */
export function plannedLines(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    const verb = change.kind in verbs ? change.kind : undefined;
    return verb ? [`${verb} ${printable(change.path)}`] : [];
  });
}

/** Outputs that are refused or left behind; where the disk bars many for one reason, the first stands for all. */
export function problemLines(changes: readonly Change[], quiet: boolean, colors: Colors): readonly string[] {
  const barred = changes.filter((change) => change.kind === "barred");
  const reasons = new Set(barred.map(reasonOfChange));
  const error = colors.red("error  ");
  const warning = colors.yellow("warning");
  const lines = changes.flatMap((change) => {
    const said = `${printable(change.path)}: ${isRefused(change) ? "not written" : "left as it is"}`;
    if (change.kind === "foreign") return [`${error}  ${said}, ${reasonOfChange(change)}`];
    return isWarning(change) && !quiet ? [`${warning}  ${said}, ${reasonOfChange(change)}`] : [];
  });
  return [...[...reasons].map((reason) => `${error}  ${barredLine(reason, barred)}`), ...capped(lines)];
}

function barredLine(reason: string, barred: readonly Change[]): string {
  const paths = barred.filter((change) => reasonOfChange(change) === reason).map((change) => printable(change.path));
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
  return `${paths[0]}${more}: not written, ${reason}`;
}

/** What `check` says differs, and how. */
export function differenceLines(changes: readonly Change[], colors: Colors): readonly string[] {
  const differing = changes.filter((change) => change.kind !== "unchanged" && !isRefused(change) && !isWarning(change));
  // What the manifest says of an output, the output says better.
  const telling = differing.filter((change) => change.path !== manifestPath || differing.length === 1);
  const diffed = new Set<Change>(telling.filter((change) => change.kind === "change").slice(0, most.diffs));
  const blocks = differing.slice(0, most.names).map((change) => {
    const title = `${printable(change.path)}  ${colors.red(reasonOfChange(change))}`;
    return diffed.has(change) ? [title, ...diffLines(change, colors)] : [title];
  });
  if (blocks.length === 0) return [];
  return [...blocks.flat(), ...restOf(differing.length, most.names), ""];
}

function capped(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, most.names), ...restOf(lines.length, most.names)];
}

function restOf(count: number, limit: number): readonly string[] {
  return count > limit ? [`… and ${count - limit} more`] : [];
}

/** From the disk (`-`) to what generate would write (`+`). */
function diffLines(change: Change, colors: Colors): readonly string[] {
  if (change.kind !== "change") return [];
  const options = { context: 1, maxEditLength: 1000, timeout: 500 };
  const patch = structuredPatch(change.path, change.path, change.before, change.text, undefined, undefined, options);
  if (!patch) return ["    (too many differences to show)"];
  const lines = patch.hunks.flatMap((hunk) => [
    colors.dim(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    ...hunk.lines.map((line) => diffLine(line, colors)),
  ]);
  const rest = lines.length > most.lines ? [`… ${lines.length - most.lines} more lines`] : [];
  return [...lines.slice(0, most.lines), ...rest].map((line) => `    ${line}`);
}

function diffLine(line: string, colors: Colors): string {
  const text = clipped(printable(line), 160);
  if (line.startsWith("+")) return colors.green(text);
  return line.startsWith("-") ? colors.red(text) : text;
}
