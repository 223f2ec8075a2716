import type { Rule } from "../../diagnostics/rules.js";
import { type Change, isRefused } from "../plan.js";
import { isWarning } from "../tally.js";

/** What may be wrong with an output. */
export type OutputRuleId = "outdated-output" | "refused-output" | "leftover-output";

/** What a rule says to those who read its messages. */
export type RuleWords = Pick<Rule, "severity" | "guarded" | "summary" | "cause" | "mend">;

/** What is said of outputs, as rules say what is said of pages. */
export const outputRules: { readonly [Id in OutputRuleId]: RuleWords } = {
  "outdated-output": {
    severity: "error",
    summary: "An output is not what its page says",
    cause: "A page, the configuration or modelmark has changed since the outputs were written, or somebody edited one.",
    mend: "Run `modelmark generate` and commit what it writes.",
  },
  "refused-output": {
    severity: "error",
    summary: "An output could not be written",
    cause: "A file that modelmark did not write is in the way, or the system refuses.",
    mend: "Move what is in the way, or give the rights to write there.",
  },
  "leftover-output": {
    severity: "warning",
    summary: "A file was left that no page stands for",
    cause: "Its page is gone, but it was edited, or nothing shows that modelmark wrote it.",
    mend: "Delete the file, or remove its first line where it is yours.",
  },
};

/** What a change says is wrong; nothing where a run does it without a word. */
export function outputRuleOf(change: Change, isCheck: boolean): OutputRuleId | undefined {
  if (isRefused(change)) return "refused-output";
  if (isWarning(change)) return "leftover-output";
  return isCheck && change.kind !== "unchanged" ? "outdated-output" : undefined;
}
