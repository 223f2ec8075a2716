import { isDeepStrictEqual } from "node:util";
import type { OnProgress } from "../../compile.js";
import type { Flags } from "../arguments.js";
import type { Environment } from "../environment.js";
import { type ExitCode, OutputError } from "../exit-code.js";
import { tryGit } from "../git/git.js";
import { listEntries } from "../git/index-entries.js";
import { keptIndex } from "../git/repository.js";
import { type IndexChange, updateIndex } from "../git/update-index.js";
import { isWriting } from "../plan.js";
import { withProgress } from "../progress.js";
import { report } from "../report.js";
import { requireFolder } from "../settings.js";
import { lookStaged, type StagedLook } from "./look-staged.js";
import { stageOutputs } from "./stage-outputs.js";
import { stagedOverridesPage } from "./staged-overrides.js";
import { listStagedPages } from "./staged-pages.js";
import { type StagedCache, stagedCacheOf } from "./staged-record.js";
import { listAgain, loadStaging, type Staging } from "./staging.js";
import { beginCopies, endCopies, unfinishedCopies } from "./unfinished.js";
import { type CopyChange, updateWorkingCopies } from "./working-copies.js";

/** Makes the staged outputs what the staged pages say; `check` and `--dry-run` only say what that would take. */
export async function generateStaged(
  command: "generate" | "check",
  flags: Flags,
  environment: Environment,
): Promise<ExitCode> {
  const start = performance.now();
  const staging = await loadStaging(flags, environment);
  requirePages(staging, environment.cwd);
  const { settings, repository } = staging;
  const cache = flags.cache ? stagedCacheOf(repository, settings, environment) : undefined;
  const isIdle = command === "check" || flags.dryRun;
  const { look, left } = await withProgress(environment, flags.quiet, async (show) =>
    isIdle
      ? { look: await lookStaged(staging, cache, environment, show), left: [] }
      : await stage(staging, cache, flags, environment, show),
  );
  const { pages, models, messages, changes } = look;
  const outcome = {
    ...{ pages, models, messages, changes, command, failures: [] },
    docs: settings.docs,
    out: settings.out,
    beside: [stagedOverridesPage(look.staging)],
    staged: { leftCopies: left },
    written: command === "check" ? 0 : changes.filter(isWriting).length,
    deleted: command === "check" ? 0 : changes.filter((change) => change.kind === "delete").length,
    dryRun: flags.dryRun && command === "generate",
    maxWarnings: settings.maxWarnings,
    milliseconds: performance.now() - start,
  };
  return await report(outcome, flags, environment);
}

/** Git keeps no empty folders: one without pages is there where it is in the working tree, or was in the last commit. */
function requirePages({ repository, docs, entries, settings }: Staging, cwd: string): void {
  if (entries.some((entry) => entry.path.startsWith(docs))) return;
  const before = tryGit(repository, ["rev-parse", "--verify", "--quiet", `HEAD:${docs}`]);
  if (before.kind === "failed") requireFolder(settings.docs, cwd);
}

interface Staged {
  readonly look: StagedLook;
  /** The outputs whose working copies were left as they are. */
  readonly left: readonly string[];
}

/** The index may be changed by others while pages are compiled; so often that is met. */
const mostTries = 5;

async function stage(
  staging: Staging,
  cache: StagedCache | undefined,
  flags: Flags,
  environment: Environment,
  show: OnProgress,
): Promise<Staged> {
  const left = new Set<string>();
  let current = staging;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const look = await lookStaged(current, cache, environment, show);
    for (const file of write(look)) left.add(file);
    if (look.indexChanges.length === 0) return { look, left: [...left] };
    current = listAgain(current, flags, environment);
    if (isDeepStrictEqual(listStagedPages(current), look.listed)) return { look, left: [...left] };
  }
  throw new OutputError(
    "The index changes again and again while pages are read",
    "Another process stages files: wait until it ends.",
  );
}

/** Stages the outputs and brings their working copies along; gives those that were left as they are. */
function write({ staging, plan, changes, indexChanges }: StagedLook): readonly string[] {
  const { repository, out, entries } = staging;
  const kept = keptIndex(repository);
  const keptChanges = kept ? sharedChanges(indexChanges, kept, out) : indexChanges;
  const idsNow = new Map(entries.map((entry) => [entry.path, entry.id]));
  for (const { path: file, entry } of keptChanges) {
    if (entry) idsNow.set(file, entry.id);
    else idsNow.delete(file);
  }
  const begun = keptChanges.flatMap(copyChangeOf);
  const unfinished = unfinishedCopies(repository, out, (file) => idsNow.get(file));
  const copies = merged([...unfinished, ...begun]);
  if (copies.length > 0) beginCopies(repository, copies);
  if (plan && indexChanges.length > 0) stageOutputs(staging, plan, changes, indexChanges);
  if (kept) updateIndex(kept, keptChanges);
  const left = updateWorkingCopies(kept ?? repository, out, copies);
  if (copies.length > 0) endCopies(repository);
  return left.map((file) => file.slice(out.length));
}

/** The changes of outputs that another index holds as this one did. */
function sharedChanges(
  changes: readonly IndexChange[],
  kept: Staging["repository"],
  out: string,
): readonly IndexChange[] {
  if (changes.length === 0) return [];
  const entries = new Map(listEntries(kept, [out.slice(0, -1) || "."]).map((entry) => [entry.path, entry]));
  return changes.filter(({ path: file, before }) => {
    const standing = entries.get(file);
    return standing?.id === before?.id && standing?.mode === before?.mode;
  });
}

/** What a sparse checkout leaves out has no working copy. */
function copyChangeOf({ path: file, before, entry }: IndexChange): readonly CopyChange[] {
  return entry?.flag === "skip-worktree" ? [] : [{ path: file, id: entry?.id, former: [before?.id] }];
}

function merged(changes: readonly CopyChange[]): readonly CopyChange[] {
  const all = new Map<string, CopyChange>();
  for (const change of changes) {
    all.set(change.path, { ...change, former: [...(all.get(change.path)?.former ?? []), ...change.former] });
  }
  return [...all.values()];
}
