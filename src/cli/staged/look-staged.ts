import type { VFileMessage } from "vfile-message";
import type { OnProgress } from "../../compile.js";
import { buildPages } from "../build.js";
import type { Environment } from "../environment.js";
import { manifestOf } from "../generate.js";
import type { IndexChange } from "../git/update-index.js";
import { type HashedFile, manifestPath } from "../manifest.js";
import type { PageFile } from "../pages.js";
import { type Change, isRefused } from "../plan.js";
import { productOf } from "../product.js";
import { planStaged, type StagedPlan } from "./plan-staged.js";
import { indexChangesOf } from "./stage-outputs.js";
import { findStagedLeftovers, stagedOutputsOf } from "./staged-outputs.js";
import { readStagedOverrides } from "./staged-overrides.js";
import { listStagedPages, readStagedPages, type StagedPages, unreadPages } from "./staged-pages.js";
import { recallStaged, rememberStaged, type StagedCache } from "./staged-record.js";
import type { Staging } from "./staging.js";

/** What a run over the index knows before it writes. */
export interface StagedLook {
  readonly staging: Staging;
  readonly listed: StagedPages;
  readonly pages: readonly PageFile[];
  readonly models: number;
  readonly messages: readonly VFileMessage[];
  readonly changes: readonly Change[];
  /** Nothing where an earlier run made the same, which is staged. */
  readonly plan: StagedPlan | undefined;
  readonly indexChanges: readonly IndexChange[];
}

/** Compares what staged pages become with the staged outputs; `cache`: where earlier runs are looked up. */
export async function lookStaged(
  staging: Staging,
  cache: StagedCache | undefined,
  environment: Environment,
  onProgress: OnProgress,
): Promise<StagedLook> {
  const listed = listStagedPages(staging);
  if (isUntouched(staging)) return nothingIn(staging, listed);
  return recalled(staging, listed, cache) ?? (await compiled(staging, listed, cache, environment, onProgress));
}

/** Whether neither a file of the docs folder nor a manifest is staged: the repository may come to it later. */
function isUntouched({ docs, out, entries }: Staging): boolean {
  return !entries.some(({ path }) => path.startsWith(docs) || path === out + manifestPath);
}

function nothingIn(staging: Staging, listed: StagedPages): StagedLook {
  const nothing = { pages: [], models: 0, messages: [], changes: [], plan: undefined, indexChanges: [] };
  return { staging, listed, ...nothing };
}

function recalled(staging: Staging, listed: StagedPages, cache: StagedCache | undefined): StagedLook | undefined {
  const outputs = stagedOutputsOf(staging);
  const found = cache && recallStaged(cache, listed, outputs, staging.settings);
  if (!found) return undefined;
  const unchanged = found.outputs.map((path) => ({ kind: "unchanged", path }) as const);
  const changes = [...findStagedLeftovers(staging, outputs, found.outputs), ...unchanged];
  const pages = unreadPages(staging, listed);
  return { ...found, staging, listed, pages, changes, plan: undefined, indexChanges: [] };
}

async function compiled(
  staging: Staging,
  listed: StagedPages,
  cache: StagedCache | undefined,
  environment: Environment,
  onProgress: OnProgress,
): Promise<StagedLook> {
  const overrides = { ...staging.settings.overrides, staged: readStagedOverrides(staging) };
  const settings = { ...staging.settings, overrides };
  const built = await buildPages(readStagedPages(staging, listed), settings, environment, onProgress);
  const product = productOf(built, false);
  const { pages, messages, files } = product;
  const models = product.models.length;
  const plan = planStaged(staging, files, (written) => manifestOf(product, settings, written));
  const { changes } = plan;
  if (cache && product.isWhole && !changes.some(isRefused)) {
    const manifest = { path: manifestPath, text: manifestOf(product, settings, files) };
    const outputs = [...files, manifest].map((output): HashedFile => [output.path, plan.idOf(output)]);
    rememberStaged(cache, listed, { models, messages, outputs });
  }
  const indexChanges = indexChangesOf(staging, plan, changes);
  return { staging, listed, pages, models, messages, changes, plan, indexChanges };
}
