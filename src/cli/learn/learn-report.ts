import type { Colors } from "picocolors/types.js";
import type { Merge, SourceKind } from "../../learn/merge-overrides.js";
import type { Proposal, Unmatched } from "../../learn/proposal.js";
import type { Override } from "../../overrides/override.js";
import { clipped, printable } from "../printable.js";

/** What was learned, and what became of the file. */
export interface Lesson {
  /** The overrides file as the reader calls it. */
  readonly file: string;
  /** Pages with errors. */
  readonly wrongPages: readonly string[];
  readonly proposals: readonly { readonly kind: SourceKind; readonly proposal: Proposal }[];
  readonly merge: Merge;
  readonly isWritten: boolean;
}

interface Style {
  readonly quiet: boolean;
  /** Whether all is listed, however much there is. */
  readonly isAll: boolean;
  readonly colors: Colors;
}

/** So many of a kind are listed. */
const mostListed = 10;

/** What a reader is told of a lesson; quiet, of what could not be read alone. */
export function lessonLines(
  { file, wrongPages, proposals, merge, isWritten }: Lesson,
  style: Style,
): readonly string[] {
  const { colors, quiet } = style;
  const unmatched = proposals.flatMap(({ proposal }) => proposal.unmatched);
  const unread = unmatched.filter(({ isUnread }) => isUnread);
  const lines = [
    ...listed(wrongPages, style, (page) => colors.red(`✖ ${printable(page)}: errors, which \`modelmark check\` lists`)),
    ...listed(unread, style, (each) => colors.red(`✖ ${unmatchedText(each)}`)),
  ];
  if (quiet) return lines;
  const others = unmatched.filter(({ isUnread }) => !isUnread);
  return [
    ...lines,
    ...listed(merge.conflicts, style, ({ kept, refused }) =>
      colors.yellow(`⚠ ${factText(kept)} stays, ${factText(refused, false)}`),
    ),
    ...(others.length === 0 ? [] : [colors.dim(`ℹ ${counted(others.length, "thing")} could not be matched:`)]),
    ...listed(others, style, (each) => colors.dim(`  ${unmatchedText(each)}`)),
    ...proposals.map(({ kind, proposal }) => `${kind}: ${kindsText(proposal.overrides)}`),
    `${colors.green("✔")} ${mergeText(file, merge, isWritten)}`,
  ];
}

function listed<Item>(items: readonly Item[], { isAll }: Style, lineOf: (item: Item) => string): readonly string[] {
  const shown = isAll ? items : items.slice(0, mostListed);
  const rest = items.length - shown.length;
  return [...shown.map(lineOf), ...(rest > 0 ? [`  … and ${rest} more (--all lists them)`] : [])];
}

function unmatchedText({ source, reason, at }: Unmatched): string {
  return printable(`${source}: ${reason}${at === undefined ? "" : ` (${at})`}`);
}

/** Most characters of a value. */
const mostShown = 80;

function factText({ at, fact, value, source, confidence }: Override, isPlaced = true): string {
  const by = source ?? (confidence === undefined || confidence === "written" ? "by hand" : confidence);
  const text = clipped(JSON.stringify(value), mostShown);
  return printable(isPlaced ? `${at}: ${fact} ${text} (${by})` : `not ${text} (${by})`);
}

/** How many facts there are of each kind, the most first. */
function kindsText(overrides: readonly Override[]): string {
  const counts = new Map<string, number>();
  for (const { fact } of overrides) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  const kinds = [...counts].sort(([, one], [, other]) => other - one).map(([fact, count]) => `${count} ${fact}`);
  return kinds.length === 0
    ? "no fact that the pages lack"
    : `${counted(overrides.length, "fact")}: ${kinds.join(", ")}`;
}

function mergeText(file: string, { overrides, added, changed, dropped, unchanged }: Merge, isWritten: boolean): string {
  const changes = `${added.length} new, ${changed.length} changed, ${dropped.length} dropped, ${unchanged} as before`;
  return `${printable(file)}: ${counted(overrides.length, "override")} (${changes})${isWritten ? ", written" : ""}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
