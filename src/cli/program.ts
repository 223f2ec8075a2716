import { readFileSync } from "node:fs";
import { ConfigError } from "../config-error.js";
import { type Flags, type Invocation, parseArguments } from "./arguments.js";
import { colorsFor } from "./colors.js";
import { type Environment, Interruption } from "./environment.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-code.js";
import { generate } from "./generate.js";
import { printable } from "./printable.js";

/** Runs the command line and gives what the process says with its exit code; it never throws. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  try {
    return await perform(parseArguments(argv, version()), environment);
  } catch (error) {
    return failed(error, argv, environment);
  }
}

async function perform(invocation: Invocation, environment: Environment): Promise<ExitCode> {
  switch (invocation.command) {
    case "print":
      environment.stdout.write(invocation.text);
      return exitCodes.fine;
    case "explain": {
      const { explain } = await import("./explain.js");
      return explain(invocation.rule, invocation.flags, environment);
    }
    case "inspect": {
      const { inspect } = await import("./inspect.js");
      return await inspect(invocation.pages, invocation.flags, environment);
    }
    case "generate":
    case "check":
      return await generate(invocation.command, invocation.flags, environment);
  }
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version: found }: { readonly version: string } = JSON.parse(text);
  return found;
}

function failed(error: unknown, argv: readonly string[], environment: Environment): ExitCode {
  if (error instanceof Interruption) return exitCodes.interrupted;
  const color: Flags["color"] = argv.includes("--no-color") ? false : argv.includes("--color") || undefined;
  const colors = colorsFor(environment.stderr, color, environment.env);
  if (error instanceof UsageError || error instanceof ConfigError) {
    environment.stderr.write(`${colors.red(`✖ ${printable(error.message)}`)}\n  ${printable(error.hint)}\n`);
    return exitCodes.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = environment.env["DEBUG"] && error instanceof Error ? `${error.stack}\n` : "";
  environment.stderr.write(`${colors.red(`✖ ${printable(message)}`)}\n  ${plea}\n${stack}`);
  return exitCodes.bug;
}

const plea =
  "This is a bug of modelmark: please report it with the page that shows it. DEBUG=1 prints where it happened.";
