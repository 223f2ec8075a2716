import type { VFileMessage } from "vfile-message";
import { generatorIdentity } from "../cache/generator.js";
import {
  findingOf,
  messagesOf,
  readRecord,
  readRunFiles,
  recordKey,
  settingsText,
  writeRecord,
} from "../cache/run-record.js";
import type { Environment } from "../environment.js";
import type { Repository } from "../git/repository.js";
import { type HashedFile, manifestPath } from "../manifest.js";
import { byCodeUnits } from "../pages.js";
import type { Settings } from "../settings.js";
import type { StagedOutputs } from "./staged-outputs.js";
import type { StagedPages } from "./staged-pages.js";
import { stagedFolder } from "./unfinished.js";

/** Where records of runs over the index are kept, and of which generator and options they are. */
export interface StagedCache {
  readonly folder: string;
  readonly settings: string;
}

/** The cache stands in the git folder, which every repository has and no commit takes up. */
export function stagedCacheOf(
  { gitFolder }: Repository,
  { options }: Settings,
  environment: Environment,
): StagedCache | undefined {
  const generator = environment.compile ? environment.generator : generatorIdentity();
  return generator ? { folder: stagedFolder(gitFolder), settings: settingsText(generator, options) } : undefined;
}

/** What a run over the index would say, where an earlier one made the same of the same pages and it is staged. */
export interface StagedRecall {
  readonly models: number;
  readonly messages: readonly VFileMessage[];
  /** Every output, sorted, the manifest last. */
  readonly outputs: readonly string[];
}

/** Finds such a run; nothing where pages have to be compiled. */
export function recallStaged(
  { folder, settings }: StagedCache,
  { findings, ...listed }: StagedPages,
  { entries }: StagedOutputs,
  { options }: Settings,
): StagedRecall | undefined {
  if (findings.length > 0) return undefined;
  const key = keyOf(settings, listed);
  const files = readRunFiles(folder, key);
  if (!files?.outputs.every(([file, id]) => isStaged(entries.get(file), id))) return undefined;
  const record = readRecord(folder, key);
  if (!record) return undefined;
  return {
    models: record.models,
    messages: messagesOf(record, options.rules ?? {}),
    outputs: files.outputs.map(([file]) => file),
  };
}

/** Keeps what a run made of staged pages; `outputs` are the names of its blobs. */
export function rememberStaged(
  { folder, settings }: StagedCache,
  listed: StagedPages,
  made: {
    readonly models: number;
    readonly messages: readonly VFileMessage[];
    readonly outputs: readonly HashedFile[];
  },
): void {
  const rank = (file: string): number => (file === manifestPath ? 1 : 0);
  const outputs = [...made.outputs].sort(([one], [other]) => rank(one) - rank(other) || byCodeUnits(one, other));
  const findings = made.messages.flatMap((message) => findingOf(message) ?? []);
  writeRecord(folder, keyOf(settings, listed), { models: made.models, findings }, { pages: [], outputs });
}

function keyOf(settings: string, { pages, overrides }: Pick<StagedPages, "pages" | "overrides">): string {
  return recordKey(
    `staged ${settings}`,
    pages.map(({ page, id }) => [page, id]),
    overrides,
  );
}

function isStaged(entry: { readonly id: string; readonly mode: string } | undefined, id: string): boolean {
  return entry !== undefined && entry.id === id && entry.mode.startsWith("100");
}
