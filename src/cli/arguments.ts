import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../did-you-mean.js";
import { UsageError } from "./exit-code.js";
import type { Wishes } from "./init/wishes.js";
import type { Against, LearnWishes } from "./learn/learn-wishes.js";
import { type ReporterName, reporterNames } from "./reporters/index.js";

/** What the flags say; what they leave out, the configuration says. */
export interface Flags {
  readonly docs?: string | undefined;
  readonly out?: string | undefined;
  readonly config?: string | undefined;
  /** Whether a configuration may be a program. */
  readonly configCode: boolean;
  /** Whether pages and outputs are those of git's index. */
  readonly staged: boolean;
  readonly dryRun: boolean;
  readonly reporter: ReporterName;
  readonly maxWarnings?: number | undefined;
  readonly quiet: boolean;
  /** Whether all messages are shown to a reader, however many a rule has. */
  readonly all: boolean;
  /** How many threads a run may use; left out, as many as pay. */
  readonly concurrency?: number | undefined;
  /** Whether what earlier runs found is used and kept. */
  readonly cache: boolean;
  readonly color?: boolean | undefined;
}

/** The files that a run reads, or those that it writes. */
export type Side = "inputs" | "outputs";

/** What the command line asks for; `print` is help or the version. */
export type Invocation =
  | { readonly command: "generate" | "watch"; readonly flags: Flags }
  | { readonly command: "check"; readonly against: readonly Against[]; readonly flags: Flags }
  | { readonly command: "learn"; readonly wishes: LearnWishes; readonly flags: Flags }
  | { readonly command: "inspect"; readonly pages: readonly string[]; readonly flags: Flags }
  | { readonly command: "list"; readonly side: Side; readonly flags: Flags }
  | { readonly command: "init"; readonly wishes: Wishes; readonly flags: Flags }
  | { readonly command: "explain"; readonly rule: string; readonly flags: Flags }
  | { readonly command: "print"; readonly text: string };

/** Reads the arguments; a `UsageError` says what is wrong with them. */
export function parseArguments(argv: readonly string[], version: string): Invocation {
  const printed: string[] = [];
  const asked: Invocation[] = [];
  const program = programOf((text) => printed.push(text)).version(version, "-v, --version", "Print the version");
  addCommands(program, (invocation) => asked.push(invocation));
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageErrorOf(error);
  }
  return asked[0] ?? { command: "print", text: printed.join("") };
}

function programOf(print: (text: string) => void): Command {
  return new Command("modelmark")
    .description("Turns the model pages of SDK documentation into TypeScript.")
    .exitOverride()
    .configureOutput({ writeOut: print, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .option("--docs <dir>", "The folder of the pages (default: models-docs)", folder)
    .option("--out <dir>", "The folder of the outputs (default: generated)", folder)
    .option("--config <file>", "The configuration file")
    .option("--no-config-code", "Run no configuration that is a program, refuse it: for branches of strangers")
    .option("--staged", "Read the pages that git has staged, and compare or stage the outputs (generate, check)")
    .option("--dry-run", "Write nothing, list what would happen")
    .addOption(new Option("--reporter <name>", "How to report").choices(reporterNames).default("pretty"))
    .option("--max-warnings <n>", "Fail where there are more warnings", count)
    .option("--quiet", "Report errors only")
    .option("--all", "Show every message, not the first ones of each rule alone")
    .option("--concurrency <n>", "Use so many threads at most (default: as many as pay)", threads)
    .option("--no-cache", "Use and keep nothing of what earlier runs found")
    .option("--color", "Colour the report")
    .option("--no-color", "Do not colour the report")
    .helpOption("-h, --help", "Show help")
    .helpCommand("help [command]", "Show help for a command");
}

function addCommands(program: Command, ask: (invocation: Invocation) => void): void {
  program
    .command("generate", { isDefault: true })
    .description("Read pages, write what changed, remove outputs whose page is gone (the default)")
    .allowExcessArguments()
    .action((_options, command: Command) => {
      refuse(command.args, program);
      ask({ command: "generate", flags: flagsOf(command) });
    });
  program
    .command("check")
    .description("Write nothing; fail where the outputs are not what generate would write")
    .option("--against <source>", "Tell where pages and a source disagree: types=DIR or openapi=FILE", source, [])
    .action(({ against }: { readonly against: readonly Against[] }, command: Command) =>
      ask({ command: "check", against, flags: against.length > 0 ? unstagedFlagsOf(command) : flagsOf(command) }),
    );
  program
    .command("learn")
    .description("Write what other descriptions of the API say that the pages do not, as overrides to review")
    .option("--types <dir>", "Learn from the SDK's own TypeScript types, as src/models", folder)
    .option("--openapi <file>", "Learn from an OpenAPI document of version 3", file)
    .option("--samples <dir>", "Learn from recorded payloads, each called as its model", folder)
    .option("--model <name>", "The model that all samples are of")
    .addHelpText(
      "after",
      "\nHere --docs names the pages of another language to learn from, and --pages those of this SDK.",
    )
    .option("--pages <dir>", "The folder of this SDK's pages (default: as configured)", folder)
    .action((options: LearnOptions, command: Command) => ask(lesson(options, command)));
  program
    .command("watch")
    .description("Generate, then again at each change of pages or configuration, until Ctrl-C")
    .action((_options, command: Command) => ask({ command: "watch", flags: unstagedFlagsOf(command) }));
  program
    .command("inspect")
    .description("Print the models as JSON")
    .argument("[page...]", "Pages to print: all where none is named")
    .addOption(new Option("--inputs", "Print the files that a run reads").conflicts("outputs"))
    .option("--outputs", "Print the files that a run writes")
    .action((pages: string[], options: SideOptions, command: Command) => ask(inspection(pages, options, command)));
  program
    .command("init")
    .description("Write a configuration and the hook for this repository, after asking")
    .option("--yes", "Ask nothing, take what is found")
    .option("--hook <tool>", "The hook tool: husky, lefthook, simple-git-hooks, pre-commit, git or none")
    .action(({ yes = false, hook }: Partial<Wishes>, command: Command) =>
      ask({ command: "init", wishes: { yes, hook }, flags: unconfiguredFlagsOf(command) }),
    );
  program
    .command("explain")
    .description("Say what a diagnostic means, its cause, and how to mend it")
    .argument("<rule>", "The rule's id, as it stands in the report")
    .action((rule: string, _options, command: Command) =>
      ask({ command: "explain", rule, flags: unstagedFlagsOf(command) }),
    );
}

type LearnOptions = Omit<LearnWishes, "docs"> & { readonly pages?: string };

/** What other commands call `--docs` is for this one a source, as the pages of another language are. */
function lesson({ pages, ...sources }: LearnOptions, command: Command): Invocation {
  const { docs, ...flags } = unstagedFlagsOf(command);
  const { types, openapi, samples, model } = sources;
  if (model !== undefined && samples === undefined) {
    throw new UsageError("Unexpected flag --model without --samples", "It says what the samples are of.");
  }
  return { command: "learn", wishes: { types, openapi, docs, samples, model }, flags: { ...flags, docs: pages } };
}

type SideOptions = { readonly [Each in Side]?: true };

function inspection(pages: readonly string[], { inputs, outputs }: SideOptions, command: Command): Invocation {
  const flags = unstagedFlagsOf(command);
  const side = inputs ? "inputs" : outputs ? "outputs" : undefined;
  if (!side) return { command: "inspect", pages, flags };
  const [page] = pages;
  if (page === undefined) return { command: "list", side, flags };
  throw new UsageError(`Unexpected page \`${page}\` beside --${side}`, `--${side} lists the files of a whole run.`);
}

function flagsOf(command: Command): Flags {
  const flags = { ...unset, ...command.optsWithGlobals<Omit<Flags, keyof typeof unset>>() };
  requireReporter(command, flags);
  return flags;
}

const unset = { staged: false, dryRun: false, quiet: false, all: false };

/** The flags of a command that knows the working tree alone. */
function unstagedFlagsOf(command: Command): Flags {
  const flags = flagsOf(command);
  if (!flags.staged) return flags;
  const isAgainst = command.name() === "check";
  throw new UsageError(
    `Unexpected flag --staged ${isAgainst ? "beside --against" : `for \`${command.name()}\``}`,
    isAgainst ? "Sources are not staged: ask the two in two runs." : "It is for `generate` and `check`.",
  );
}

/** The flags of a command that writes the configuration. */
function unconfiguredFlagsOf(command: Command): Flags {
  const flags = unstagedFlagsOf(command);
  if (flags.config === undefined) return flags;
  throw new UsageError(
    "Unexpected flag --config for `init`",
    "It writes the configuration of the current folder's package.",
  );
}

/** The reporters of commands that say something else than how a run went. */
const plainReporters: Readonly<Record<string, readonly ReporterName[]>> = {
  inspect: ["pretty", "json"],
  explain: ["pretty", "json"],
  init: ["pretty"],
  learn: ["pretty"],
};

/** Refuses a reporter that would be given nothing to report. */
function requireReporter(command: Command, { reporter }: Flags): void {
  const fitting = plainReporters[command.name()];
  if (!fitting || fitting.includes(reporter)) return;
  throw new UsageError(
    `Unexpected flag --reporter ${reporter} for \`${command.name()}\`, expected ${fitting.join(" or ")}`,
    "It reports how `generate`, `check` and `watch` went.",
  );
}

/** A misspelt command reaches the default command as an argument. */
function refuse(unexpected: readonly string[], program: Command): void {
  const [first] = unexpected;
  if (first === undefined) return;
  const commands = program.commands.map((command) => command.name());
  throw new UsageError(`Unexpected argument \`${first}\`, expected a command or a flag`, didYouMean(first, commands));
}

function folder(value: string): string {
  if (value === "") throw new InvalidArgumentError("Expected a folder.");
  return value;
}

function file(value: string): string {
  if (value === "") throw new InvalidArgumentError("Expected a file.");
  return value;
}

function source(value: string, former: readonly Against[]): readonly Against[] {
  const [, kind, path] = /^(types|openapi)=(.+)$/s.exec(value) ?? [];
  if (path === undefined || (kind !== "types" && kind !== "openapi")) {
    throw new InvalidArgumentError("Expected types=DIR or openapi=FILE.");
  }
  return [...former, { kind, path }];
}

function threads(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("Expected a whole number from 1 on.");
  return Number(value);
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(value);
}

/** Commander says `error: what is wrong` and, on lines below, `(what was meant)`. */
function usageErrorOf(error: CommanderError): UsageError {
  const [sentence = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const hint = suggestion?.replace(/^\((.*)\)$/, "$1") ?? "See `modelmark --help`.";
  return new UsageError(sentence.charAt(0).toUpperCase() + sentence.slice(1), hint);
}
