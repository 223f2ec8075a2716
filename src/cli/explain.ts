import { rules } from "../diagnostics/rules.js";
import { didYouMean } from "../did-you-mean.js";
import type { Flags } from "./arguments.js";
import { colorsFor } from "./colors.js";
import type { Environment } from "./environment.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-code.js";
import { printableJson } from "./printable.js";
import { outputRules, type RuleWords } from "./reporters/output-rules.js";

/** Prints what a diagnostic means, its cause, and how to mend it. */
export function explain(id: string, flags: Flags, environment: Environment): ExitCode {
  const all: ReadonlyMap<string, RuleWords> = new Map(Object.entries({ ...rules, ...outputRules }));
  const rule = all.get(id);
  if (!rule) throw new UsageError(`Unknown rule \`${id}\``, didYouMean(id, [...all.keys()]));
  const json = flags.reporter === "json";
  environment.stdout.write(json ? `${printableJson({ id, ...rule })}\n` : textOf(id, rule, flags, environment));
  return exitCodes.fine;
}

function textOf(id: string, rule: RuleWords, flags: Flags, { stdout, env }: Environment): string {
  const colors = colorsFor(stdout, flags.color, env);
  return [
    `${colors.bold(id)} (${rule.severity})`,
    "",
    rule.summary,
    "",
    `${colors.bold("Cause")}  ${rule.cause}`,
    `${colors.bold("Mend")}   ${rule.mend}`,
    ...(rule.guarded ? ["", "No comment of a page can silence it."] : []),
    "",
  ].join("\n");
}
