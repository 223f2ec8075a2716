import type { Colors } from "picocolors/types.js";
import { type Change, isRefused } from "../plan.js";
import { printable } from "../printable.js";
import { isWarning, reasonOfChange } from "../tally.js";

/** Most names in a list. */
export const mostNames = 50;

const verbs: Readonly<Partial<Record<Change["kind"], string>>> = {
  create: "create",
  change: "change",
  delete: "delete",
  interrupted: "delete",
};

/** What `--dry-run` says would happen, one output a line. */
export function plannedLines(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    const verb = verbs[change.kind];
    return verb ? [`${verb} ${printable(change.path)}`] : [];
  });
}

/** Outputs that are refused or left behind; where the disk bars many for one reason, the first stands for all. */
export function problemLines(changes: readonly Change[], quiet: boolean, colors: Colors): readonly string[] {
  const barred = changes.filter((change) => change.kind === "barred" || change.kind === "unreadable");
  const reasons = new Set(barred.map(reasonOfChange));
  const error = colors.red("error  ");
  const warning = colors.yellow("warning");
  const lines = changes.flatMap((change) => {
    const said = `${printable(change.path)}: ${isRefused(change) ? "not written" : "left as it is"}`;
    if (change.kind === "foreign") return [`${error}  ${said}, ${printable(reasonOfChange(change))}`];
    return isWarning(change) && !quiet ? [`${warning}  ${said}, ${printable(reasonOfChange(change))}`] : [];
  });
  return [...[...reasons].map((reason) => `${error}  ${barredLine(reason, barred)}`), ...capped(lines)];
}

/** Outputs that were staged and not written to the working tree. */
export function leftCopyLines(files: readonly string[], colors: Colors): readonly string[] {
  const note = colors.dim("note   ");
  return capped(
    files.map((file) => `${note}  ${printable(file)}: staged alone, its working copy has changes of its own`),
  );
}

function barredLine(reason: string, barred: readonly Change[]): string {
  const paths = barred.filter((change) => reasonOfChange(change) === reason).map((change) => printable(change.path));
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
  return `${paths[0]}${more}: not written, ${printable(reason)}`;
}

function capped(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, mostNames), ...restOf(lines.length, mostNames)];
}

/** Says how many a list leaves out. */
export function restOf(count: number, limit: number): readonly string[] {
  return count > limit ? [`… and ${count - limit} more`] : [];
}
