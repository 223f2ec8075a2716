import type { Output } from "../compile.js";
import type { Flags } from "./arguments.js";
import { type Build, build } from "./build.js";
import { diskOf } from "./disk.js";
import type { Environment } from "./environment.js";
import type { ExitCode } from "./exit-code.js";
import { manifestText } from "./manifest.js";
import { type Change, planChanges } from "./plan.js";
import { withProgress } from "./progress.js";
import { report } from "./report.js";
import { loadSettings, type Settings } from "./settings.js";
import { applyChanges, type Written } from "./write.js";

/** Makes the outputs what the pages say; `check` and `--dry-run` only say what that would take. */
export async function generate(
  command: "generate" | "check",
  flags: Flags,
  environment: Environment,
): Promise<ExitCode> {
  const start = performance.now();
  const settings = await loadSettings(flags, environment.cwd);
  const idle = command === "check" || flags.dryRun;
  const made = await withProgress(environment, flags.quiet, async (show) => {
    const built = await build(settings, environment, show);
    const changes = changesOf(built, settings);
    const written = idle ? foreseen(changes) : await applyChanges(changes, settings.out, environment.signal);
    return { ...built, changes, ...(command === "check" ? nothing : written) };
  });
  const outcome = {
    ...made,
    command,
    dryRun: flags.dryRun && command === "generate",
    models: made.output.schema.models.size,
    maxWarnings: settings.maxWarnings,
    milliseconds: performance.now() - start,
  };
  return await report(outcome, flags, environment);
}

function changesOf({ pages, output }: Build, { options, out }: Settings): readonly Change[] {
  const manifestOf = (files: Output["files"]): string => manifestText(pages, options, output.schema, files);
  return planChanges(output.files, manifestOf, diskOf(out));
}

const nothing: Written = { written: 0, deleted: 0, failures: [] };

function foreseen(changes: readonly Change[]): Written {
  return {
    written: changes.filter((change) => change.kind === "create" || change.kind === "change").length,
    deleted: changes.filter((change) => change.kind === "delete").length,
    failures: [],
  };
}
