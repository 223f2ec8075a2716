import { exitCodes } from "../exit-code.js";
import { printable } from "../printable.js";
import { exitCodeOf, type Tally, tallyOf } from "../tally.js";
import type { Outcome, Terminal } from "./reporter.js";

/** How many of each kind there are, and what the run did, in a line each. */
export function summaryLines(outcome: Outcome, { colors, quiet }: Terminal): readonly string[] {
  const tally = tallyOf(outcome);
  const failing = exitCodeOf(tally) !== exitCodes.fine;
  if (quiet && !failing) return [];
  const total = totalOf(outcome, tally);
  return [
    ...failureLines(outcome).map((line) => colors.red(line)),
    ...(tally.errors > 0 ? [colors.red(`✖ ${counted(tally.errors, "error")}`)] : []),
    ...warningLines(outcome, tally).map((line) => colors.yellow(line)),
    ...noteLines(tally, quiet).map((line) => colors.dim(line)),
    ...(outcome.command === "inspect" ? [] : [failing ? colors.red(`✖ ${total}`) : `${colors.green("✔")} ${total}`]),
  ];
}

function failureLines({ failures }: Outcome): readonly string[] {
  const reasons = new Set(failures.map((failure) => failure.reason));
  return [...reasons].map((reason) => {
    const [first, ...others] = failures.filter((failure) => failure.reason === reason).map((failure) => failure.path);
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    return `✖ Cannot write \`${printable(first ?? "")}\`${more}: ${printable(reason)}`;
  });
}

function warningLines(outcome: Outcome, tally: Tally): readonly string[] {
  if (tally.warnings === 0) return [];
  const limit = tally.tooManyWarnings ? `, more than --max-warnings ${outcome.maxWarnings}` : "";
  return [`⚠ ${counted(tally.warnings, "warning")}${limit}`];
}

function noteLines({ notes }: Tally, quiet: boolean): readonly string[] {
  return notes > 0 && !quiet ? [`ℹ ${counted(notes, "note")} (--reporter json lists them)`] : [];
}

function totalOf(outcome: Outcome, tally: Tally): string {
  const read = outcome.cause ?? `${counted(outcome.pages.length, "page")}, ${counted(outcome.models, "model")}`;
  const time = timeOf(outcome.milliseconds);
  if (outcome.command !== "check") {
    const would = outcome.dryRun ? "would be " : "";
    const written = `${outcome.written} ${would}written`;
    return `${read}: ${written}, ${tally.unchanged} unchanged, ${outcome.deleted} ${would}deleted in ${time}`;
  }
  const outputs = counted(outcome.changes.length, "output");
  if (tally.differences === 0) return `${read}: ${outputs} up to date in ${time}`;
  return `${read}: ${tally.differences} of ${outputs} differ: run \`modelmark generate${outcome.staged ? " --staged" : ""}\``;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function timeOf(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
