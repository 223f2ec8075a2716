import type { VFileMessage } from "vfile-message";
import type { Flags } from "./arguments.js";
import { build, type Means } from "./build.js";
import { type Cache, cacheOf } from "./cache/cache.js";
import { type Recollection, recall } from "./cache/recall.js";
import { remember } from "./cache/remember.js";
import type { Plan, Written } from "./commit.js";
import { diskOf } from "./disk.js";
import type { Environment } from "./environment.js";
import type { ExitCode } from "./exit-code.js";
import { findLeftovers } from "./leftovers.js";
import { type HashedFile, manifestText } from "./manifest.js";
import { overridesPage } from "./overrides-file.js";
import { isRefused, isWork, isWriting, planChanges } from "./plan.js";
import { type Product, productOf } from "./product.js";
import { withProgress } from "./progress.js";
import { rebuild } from "./rebuild.js";
import { report } from "./report.js";
import type { Outcome } from "./reporters/reporter.js";
import { runsIn } from "./runs.js";
import { loadSettings, type Settings } from "./settings.js";
import { type Standing, stampOf, standingOf } from "./standing.js";
import { untilIdle } from "./turn.js";
import { makeVerifiers } from "./verifiers.js";
import { makeWaitingTexts } from "./waiting-texts.js";

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
  /** Gives the run's messages with those that were found beside it, sorted by page and place. */
  readonly amend?: ((messages: readonly VFileMessage[]) => readonly VFileMessage[]) | undefined;
  /** Called before anything is written; what it throws ends the run. */
  readonly confirm?: (() => void) | undefined;
}

/** Does a run and says how it went. */
export async function generateWith(run: Run, flags: Flags, environment: Environment): Promise<ExitCode> {
  const { command, settings, start, cause, amend } = run;
  const cache = flags.cache ? cacheOf(settings, environment) : undefined;
  const means = { verifiers: makeVerifiers(settings.concurrency), texts: makeWaitingTexts() };
  try {
    const recollection = cache && recall(cache, settings, means.verifiers.getReady);
    const legacy = { cache, recollection };
    const done = recalled(recollection, settings) ?? (await made(run, flags, legacy, means, environment));
    const outcome = {
      ...done,
      messages: amend ? amend(done.messages) : done.messages,
      ...(command === "check" ? nothing : {}),
      command,
      docs: settings.docs,
      out: settings.out,
      beside: [overridesPage(settings)],
      cause,
      dryRun: flags.dryRun && command === "generate",
      maxWarnings: settings.maxWarnings,
      milliseconds: performance.now() - start,
    };
    return await report(outcome, flags, environment);
  } finally {
    means.verifiers.stop();
    means.texts.close();
  }
}

/** What a run has done, or would do. */
type Done = Pick<Outcome, "pages" | "models" | "messages" | "changes" | keyof Written>;

/** A run that an earlier one has made already, where none was interrupted since. */
function recalled(recollection: Recollection | undefined, settings: Settings): Done | undefined {
  if (recollection?.kind !== "made" || runsIn(settings.out).dead.length > 0) return undefined;
  const { outputs, ...rest } = recollection.run;
  const unchanged = outputs.map((path) => ({ kind: "unchanged", path }) as const);
  return { ...rest, ...nothing, changes: [...findLeftovers(settings.out, outputs), ...unchanged] };
}

/** What earlier runs left for this one. */
interface Legacy {
  readonly cache: Cache | undefined;
  readonly recollection: Recollection | undefined;
}

/** What a run knows before it writes. */
type Look = Product & Plan & { readonly manifest: string };

async function made(
  { command, settings, confirm }: Run,
  flags: Flags,
  { cache, recollection }: Legacy,
  means: Means,
  environment: Environment,
): Promise<Done> {
  const isIdle = command === "check" || flags.dryRun;
  const { glance, former } = recollection?.kind === "new" ? recollection : nothingKnown;
  return await withProgress(environment, flags.quiet, async (show) => {
    const look = async (): Promise<Look> => {
      const standing = standingOf(settings.out);
      const isQuiet = standing.interrupted.length === 0;
      const rebuilt = former && isQuiet ? await rebuild(former, settings, means.verifiers) : undefined;
      const looked = rebuilt && { ...planFor(rebuilt.product, settings, standing), ...rebuilt.product, standing };
      if (looked && (await rebuilt.isVerified)) {
        confirm?.();
        return looked;
      }
      const product = productOf(await build(settings, environment, show, means), cache !== undefined);
      const planned = planFor(product, settings, standing);
      confirm?.();
      return { ...product, ...planned, standing };
    };
    const looked = await (isIdle ? foresee : make)(look, settings.out, environment);
    if (cache && looked.isWhole && !looked.changes.some(isRefused)) {
      remember(cache, settings, looked, looked.manifest, isIdle ? undefined : glance);
    }
    return { ...looked, models: looked.models.length };
  });
}

const nothingKnown = { glance: undefined, former: undefined };

function planFor(
  product: Product,
  settings: Settings,
  { journal, interrupted }: Standing,
): Pick<Look, "changes" | "manifest"> {
  const leftovers = { journal, folders: interrupted.map((run) => run.name) };
  const unmade = product.unmade.map(([file]) => file);
  let manifest = "";
  const manifestFor = (written: Product["files"]): string => {
    manifest = manifestOf(product, settings, written);
    return manifest;
  };
  const changes = planChanges(product.files, manifestFor, diskOf(settings.out), leftovers, unmade);
  const named = changes.map((change) => change.path);
  return { changes: [...findLeftovers(settings.out, named), ...changes], manifest };
}

/** The manifest of a run that leaves some outputs out. */
export function manifestOf(product: Product, { options }: Settings, made: Product["files"]): string {
  const { hashedPages, models, unmade, outputHashOf, overridesHash } = product;
  const files = [...unmade, ...made.map((file): HashedFile => [file.path, outputHashOf(file)])];
  return manifestText(options, { pages: hashedPages, models, files, overridesHash });
}

const nothing: Written = { written: 0, deleted: 0, failures: [] };

/** Looks until no other run wrote meanwhile, since half of its outputs are not what is wrong. */
async function foresee(look: () => Promise<Look>, out: string, environment: Environment): Promise<Look & Written> {
  for (;;) {
    await untilIdle(out, environment);
    const seen = await look();
    const isSettled = seen.changes.every((change) => change.kind === "unchanged");
    if (isSettled || stampOf(out) === seen.standing.stamp) return { ...seen, ...foreseen(seen) };
  }
}

function foreseen({ changes }: Plan): Written {
  return {
    written: changes.filter(isWriting).length,
    deleted: changes.filter((change) => change.kind === "delete").length,
    failures: [],
  };
}

/** Looks and writes; where another run wrote in between, from the pages on, so that the last run had the last pages. */
async function make(look: () => Promise<Look>, out: string, environment: Environment): Promise<Look & Written> {
  for (;;) {
    const seen = await look();
    const written = seen.changes.some(isWork) ? await write(seen, out, environment) : nothing;
    if (written) return { ...seen, ...written };
  }
}

/** Most runs write nothing. */
async function write(seen: Look, out: string, environment: Environment): Promise<Written | undefined> {
  const { applyChanges } = await import("./write.js");
  return await applyChanges(seen, out, environment);
}
