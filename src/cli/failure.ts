import { ConfigError } from "../config-error.js";
import type { Flags } from "./arguments.js";
import { colorsFor } from "./colors.js";
import { type Environment, Interruption } from "./environment.js";
import { type ExitCode, exitCodes, OutputError, UsageError } from "./exit-code.js";
import { printable, printableLines } from "./printable.js";

/** Says on stderr why a run ended early, and gives what the process says of it. */
export function reportFailure(error: unknown, color: Flags["color"], environment: Environment): ExitCode {
  if (error instanceof Interruption) return exitCodes.interrupted;
  const colors = colorsFor(environment.stderr, color, environment.env);
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof OutputError) {
    environment.stderr.write(`${colors.red(`✖ ${printable(error.message)}`)}\n  ${printable(error.hint)}\n`);
    return error instanceof OutputError ? exitCodes.wrong : exitCodes.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = environment.env["DEBUG"] && error instanceof Error ? printableLines(error.stack ?? "") : "";
  environment.stderr.write(`${colors.red(`✖ ${printable(message)}`)}\n  ${plea}\n${stack}`);
  return exitCodes.bug;
}

const plea =
  "This is a bug of modelmark: please report it with the page that shows it. DEBUG=1 prints where it happened.";
