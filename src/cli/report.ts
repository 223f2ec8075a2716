import type { Flags } from "./arguments.js";
import { colorsFor } from "./colors.js";
import type { Environment } from "./environment.js";
import type { ExitCode } from "./exit-code.js";
import { overridesPage } from "./overrides-file.js";
import { type ReporterName, reporters } from "./reporters/index.js";
import type { Outcome } from "./reporters/reporter.js";
import type { Settings } from "./settings.js";
import { exitCodeOf, tallyOf } from "./tally.js";

/** Lets a reporter say how a run went, and gives what the process says. */
export async function report(
  outcome: Outcome,
  flags: Flags,
  environment: Environment,
  name: ReporterName = flags.reporter,
): Promise<ExitCode> {
  const reporter = await reporters[name]();
  const { cwd, env, stdout, stderr, obey } = environment;
  const colors = colorsFor(stderr, flags.color, env);
  await reporter(outcome, { cwd, env, stdout, stderr, obey, colors, quiet: flags.quiet, isAll: flags.all });
  return exitCodeOf(tallyOf(outcome));
}

/** What `inspect` found out about pages; it looks at no output. */
export type Inspection = Pick<Outcome, "pages" | "models" | "messages" | "maxWarnings" | "milliseconds">;

/** Says for a reader what is wrong with inspected pages, since what was asked for has stdout for itself. */
export async function reportInspection(
  inspection: Inspection,
  settings: Settings,
  flags: Flags,
  environment: Environment,
): Promise<ExitCode> {
  const { docs, out } = settings;
  const beside = [overridesPage(settings)];
  const untouched = { changes: [], written: 0, deleted: 0, failures: [] };
  const outcome: Outcome = { ...inspection, ...untouched, docs, out, beside, command: "inspect", dryRun: false };
  return await report(outcome, flags, environment, "pretty");
}
