import type { Output } from "../compile.js";
import type { Flags } from "./arguments.js";
import { type Build, build } from "./build.js";
import { type Cache, cacheOf } from "./cache/cache.js";
import { recall, remember } from "./cache/recall.js";
import { diskOf } from "./disk.js";
import type { Environment } from "./environment.js";
import type { ExitCode } from "./exit-code.js";
import { findLeftovers } from "./leftovers.js";
import { manifestText } from "./manifest.js";
import { type Change, isRefused, planChanges } from "./plan.js";
import { withProgress } from "./progress.js";
import { report } from "./report.js";
import type { Outcome } from "./reporters/reporter.js";
import { loadSettings, type Settings } from "./settings.js";
import type { Written } from "./write.js";

/** Makes the outputs what the pages say; `check` and `--dry-run` only say what that would take. */
export async function generate(
  command: "generate" | "check",
  flags: Flags,
  environment: Environment,
): Promise<ExitCode> {
  const start = performance.now();
  const settings = await loadSettings(flags, environment.cwd);
  return await generateWith({ command, settings, start }, flags, environment);
}

/** A run whose settings are known. */
export interface Run {
  readonly command: "generate" | "check";
  readonly settings: Settings;
  /** When it began, as `performance.now()` tells. */
  readonly start: number;
  /** What made it run, where `watch` did. */
  readonly cause?: string | undefined;
  /** Called before anything is written; what it throws ends the run. */
  readonly confirm?: (() => void) | undefined;
}

/** Does a run and says how it went. */
export async function generateWith(run: Run, flags: Flags, environment: Environment): Promise<ExitCode> {
  const { command, settings, start, cause } = run;
  const cache = flags.cache ? cacheOf(settings, environment) : undefined;
  const done = recalled(cache, settings) ?? (await made(run, flags, cache, environment));
  const outcome = {
    ...done,
    command,
    cause,
    dryRun: flags.dryRun && command === "generate",
    maxWarnings: settings.maxWarnings,
    milliseconds: performance.now() - start,
  };
  return await report(outcome, flags, environment);
}

/** What a run has done, or would do. */
type Done = Pick<Outcome, "pages" | "models" | "messages" | "changes" | keyof Written>;

/** A run that an earlier one has made already. */
function recalled(cache: Cache | undefined, settings: Settings): Done | undefined {
  const found = cache && recall(cache, settings);
  if (!found) return undefined;
  const { outputs, ...rest } = found;
  const unchanged = outputs.map((path) => ({ kind: "unchanged", path }) as const);
  return { ...rest, ...nothing, changes: [...findLeftovers(settings.out, outputs), ...unchanged] };
}

async function made(
  { command, settings, confirm }: Run,
  flags: Flags,
  cache: Cache | undefined,
  environment: Environment,
): Promise<Done> {
  const idle = command === "check" || flags.dryRun;
  return await withProgress(environment, flags.quiet, async (show) => {
    const built = await build(settings, environment, show);
    const changes = changesOf(built, settings);
    confirm?.();
    const written = idle ? foreseen(changes) : await write(changes, settings, environment);
    if (cache && built.isWhole && !changes.some(isRefused)) {
      remember(cache, settings, built, manifestOf(built, settings, built.output.files));
    }
    const models = built.output.schema.models.size;
    return { ...built, models, changes, ...(command === "check" ? nothing : written) };
  });
}

/** Most runs write nothing. */
async function write(changes: readonly Change[], { out }: Settings, { signal }: Environment): Promise<Written> {
  const { applyChanges } = await import("./write.js");
  return await applyChanges(changes, out, signal);
}

function changesOf(built: Build, settings: Settings): readonly Change[] {
  const { files } = built.output;
  const changes = planChanges(files, (written) => manifestOf(built, settings, written), diskOf(settings.out));
  const named = changes.map((change) => change.path);
  return [...findLeftovers(settings.out, named), ...changes];
}

function manifestOf({ pages, output }: Build, { options }: Settings, files: Output["files"]): string {
  return manifestText(pages, options, output.schema, files);
}

const nothing: Written = { written: 0, deleted: 0, failures: [] };

function foreseen(changes: readonly Change[]): Written {
  return {
    written: changes.filter((change) => change.kind === "create" || change.kind === "change").length,
    deleted: changes.filter((change) => change.kind === "delete").length,
    failures: [],
  };
}
