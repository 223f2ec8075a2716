import type { Flags } from "../arguments.js";
import { colorsFor } from "../colors.js";
import { type Environment, pause } from "../environment.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-code.js";
import { reportFailure } from "../failure.js";
import { printable } from "../printable.js";
import { relativePath } from "../relative-path.js";
import { type Choice, chooseFolders } from "./choose-folders.js";
import { type ChosenTool, chooseTool } from "./choose-tool.js";
import { configStep } from "./config-step.js";
import { hookCommandsOf } from "./hook-commands.js";
import { lintStagedNotes } from "./hooks/lint-staged.js";
import { reportSteps } from "./init-report.js";
import { type Look, lookAfter, lookAround } from "./look.js";
import { type Person, personAt } from "./questions.js";
import { generatingScript, scriptSteps } from "./script-steps.js";
import { editsOf, type Step } from "./step.js";
import type { Wishes } from "./wishes.js";
import { writeEdits } from "./write-edits.js";

/** Writes a configuration, scripts and the hook for the repository around the current folder. */
export async function init(wishes: Wishes, flags: Flags, environment: Environment): Promise<ExitCode> {
  try {
    return await setUp(wishes, flags, environment);
  } catch (error) {
    // In the bundle this is a file of its own, with classes of errors that no other file knows.
    return reportFailure(error, flags.color, environment);
  }
}

async function setUp(wishes: Wishes, flags: Flags, environment: Environment): Promise<ExitCode> {
  const look = lookAround(environment);
  const person = wishes.yes || flags.dryRun ? undefined : askedPerson(environment);
  try {
    const choice = await chooseFolders(look, { flags, cwd: environment.cwd, person });
    const chosen = await chooseTool(look, wishes.hook, person);
    const steps = stepsFor(look, choice, chosen);
    const tell: Tell = (told, isDone) => say(told, isDone, flags, environment);
    if (flags.dryRun || !(await isAgreed(steps, person, tell))) return listed(steps, flags, environment);
    await pause(environment.signal);
    writeEdits(editsOf(steps), [look.root, ...(look.hooks ? [look.hooks.gitFolder] : [])]);
    tell(steps, true);
    sayNext(lookAfter(look, steps), steps, flags, environment);
    return exitCodes.fine;
  } finally {
    person?.leave();
  }
}

function askedPerson(environment: Environment): Person {
  if (environment.stdin?.isTTY) return personAt(environment);
  throw new UsageError(
    "Cannot ask without a terminal, expected --yes",
    "`modelmark init --yes` takes what it finds; --docs, --out and --hook say otherwise, --dry-run lists what would be written.",
  );
}

/** Each step is worked out on what the ones before it leave. */
function stepsFor(look: Look, choice: Choice, { tool, others }: ChosenTool): readonly Step[] {
  const config = configSteps(look, choice);
  const scripts = scriptSteps(look);
  const configFile = choice.kind === "configured" ? choice.file : configStep(look, choice.folders).edit.path;
  const hook = tool?.steps(lookAfter(look, scripts), hookCommandsOf(look, configFile)) ?? noHook;
  const beside: readonly Step[] = others.map((name) => ({
    kind: "note",
    says: `${name} is in use too: \`modelmark init --hook ${name}\` sets its hook.`,
  }));
  return [...config, ...scripts, ...hook, ...lintStagedNotes(look), ...beside];
}

const noHook: readonly Step[] = [{ kind: "note", says: "No hook was set." }];

function configSteps(look: Look, choice: Choice): readonly Step[] {
  if (choice.kind === "configured") return [{ kind: "keep", path: choice.file, says: "is the configuration" }];
  const others: readonly Step[] = choice.others.map(({ folder, pages }) => ({
    kind: "note",
    says: `${folder} has pages too (${pages}): --docs takes it instead.`,
  }));
  return [configStep(look, choice.folders), ...others];
}

async function isAgreed(steps: readonly Step[], person: Person | undefined, tell: Tell): Promise<boolean> {
  const edits = steps.filter(({ kind }) => kind === "edit");
  if (!person || edits.length === 0) return true;
  tell(edits, false);
  const refusal = (answer: string): string | undefined =>
    /^(?:y|yes|n|no)$/i.test(answer) ? undefined : "Expected yes or no.";
  return /^y/i.test(await person.ask({ text: "Write this", suggested: "yes", refusal }));
}

/** Says steps, as done or as planned. */
type Tell = (steps: readonly Step[], isDone: boolean) => void;

/** A dry run's edits are data, and what is said of them is not. */
function listed(steps: readonly Step[], flags: Flags, environment: Environment): ExitCode {
  if (!flags.dryRun) {
    environment.stderr.write("Nothing was written.\n");
    return exitCodes.fine;
  }
  for (const { path: file, before } of editsOf(steps)) {
    const shown = relativePath(environment.cwd, file);
    environment.stdout.write(`${before === undefined ? "create" : "change"} ${printable(shown)}\n`);
  }
  say(
    steps.filter(({ kind }) => kind !== "edit"),
    false,
    flags,
    environment,
  );
  return exitCodes.fine;
}

function say(steps: readonly Step[], isDone: boolean, flags: Flags, { cwd, env, stderr }: Environment): void {
  const shown = flags.quiet ? steps.filter(({ kind }) => kind === "by-hand") : steps;
  stderr.write(reportSteps(shown, isDone, cwd, colorsFor(stderr, flags.color, env)));
}

function sayNext(look: Look, steps: readonly Step[], flags: Flags, { env, stderr }: Environment): void {
  if (flags.quiet) return;
  const colors = colorsFor(stderr, flags.color, env);
  const script = generatingScript(look);
  const command = script === undefined ? "npx modelmark generate" : `npm run ${script}`;
  const done = editsOf(steps).length === 0 ? "Everything is set up already" : "modelmark is set up";
  stderr.write(`${colors.green(`✔ ${done}`)}: \`${command}\` writes the outputs, commit them with the files above\n`);
}
