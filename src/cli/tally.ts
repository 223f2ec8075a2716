import { type ExitCode, exitCodes } from "./exit-code.js";
import { type Change, isRefused } from "./plan.js";
import type { Outcome } from "./reporters/reporter.js";

/** How much is wrong. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  /** Messages that are neither. */
  readonly notes: number;
  /** Outputs that are not what a run would write; counted by `check` alone. */
  readonly differences: number;
  /** Outputs that are as they should be. */
  readonly unchanged: number;
  /** Whether there are more warnings than the run may have. */
  readonly tooManyWarnings: boolean;
}

/** Counts what is wrong in an outcome. */
export function tallyOf(outcome: Outcome): Tally {
  const { messages, changes } = outcome;
  const refused = changes.filter(isRefused).length + outcome.failures.length;
  const kept = changes.filter(isWarning).length;
  const warnings = messages.filter((message) => message.fatal === false).length + kept;
  return {
    errors: messages.filter((message) => message.fatal === true).length + refused,
    warnings,
    notes: messages.filter((message) => message.fatal !== true && message.fatal !== false).length,
    differences: outcome.command === "check" ? changes.filter((change) => change.kind !== "unchanged").length : 0,
    unchanged: changes.filter((change) => change.kind === "unchanged").length,
    tooManyWarnings: outcome.maxWarnings !== undefined && warnings > outcome.maxWarnings,
  };
}

/** What the process says of an outcome. */
export function exitCodeOf({ errors, differences, tooManyWarnings }: Tally): ExitCode {
  return errors > 0 || differences > 0 || tooManyWarnings ? exitCodes.wrong : exitCodes.fine;
}

/** Whether a change is worth a warning: something is left on the disk that no page stands for. */
export function isWarning(change: Change): boolean {
  return change.kind === "keep-edited" || change.kind === "leftover" || change.kind === "untrusted";
}

/** Why an output is not what a run would write. */
export function reasonOfChange(change: Change): string {
  switch (change.kind) {
    case "create":
      return "missing";
    case "change":
      return change.edited ? "edited by hand" : "changed";
    case "unchanged":
      return "unchanged";
    case "delete":
      return "extra";
    case "keep-edited":
      return "its page is gone, but it was edited by hand";
    case "leftover":
      return "an output of modelmark that no page and no manifest names: delete it, or its first line if it is yours";
    case "foreign":
      return "in the way, and not written by modelmark";
    case "barred":
    case "unreadable":
      return change.reason;
    case "untrusted":
      return `named in the manifest, but ${change.reason}`;
    case "interrupted":
      return "left by a run that was interrupted";
  }
}
