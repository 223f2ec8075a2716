import type { VFileMessage } from "vfile-message";
import { limitsOf } from "../../diagnostics/limits.js";
import type { Notes } from "../../recompile/notes.js";
import type { HashedFile } from "../manifest.js";
import { readOverrides } from "../overrides-file.js";
import { listPages, type PageFile, requireFew, unreadPage } from "../pages.js";
import type { Settings } from "../settings.js";
import type { Cache } from "./cache.js";
import { findStanding, type Glance, glanceAt, hashPages, isAsBefore, snapshotOf } from "./glance.js";
import {
  messagesOf,
  type RunFiles,
  type RunRecord,
  readNotes,
  readRecord,
  readRunFiles,
  recordKey,
  settingsText,
} from "./run-record.js";
import { readSnapshot, writeSnapshot } from "./snapshot.js";

/** What the cache tells of a run. */
export type Recollection =
  /** Another run has made the same, and all of it stands. */
  | { readonly kind: "made"; readonly run: Recalled }
  /** The run has to be made; `former` is the last one, where all that it made stands. */
  | { readonly kind: "new"; readonly glance: Glance | undefined; readonly former: Former | undefined };

/** A run that would change nothing. */
export interface Recalled {
  /** Read where somebody asks for their bytes. */
  readonly pages: readonly PageFile[];
  readonly models: number;
  readonly messages: readonly VFileMessage[];
  /** Every output, sorted, the manifest last. */
  readonly outputs: readonly string[];
}

/** The last run, all of whose outputs stand as it made them, and the pages as they are now. */
export interface Former {
  readonly glance: Glance;
  readonly hashedPages: readonly HashedFile[];
  readonly record: RunRecord;
  readonly files: RunFiles;
  /** Reads what it noted; nothing where that is not kept. */
  readonly notes: () => Notes | undefined;
}

/**
 * What a run would say, where an earlier one has made the same of the same pages and every output is as that one made it:
 * nothing is parsed for it, and what the file system says has not changed is not even read. Else what a run can go on with.
 * `onEdit`: called as soon as a page is seen to be another one.
 */
export function recall({ folder, generator }: Cache, settings: Settings, onEdit: () => void): Recollection {
  const { docs, out, options } = settings;
  const listed = listPages(docs);
  requireFew(listed.paths.length, limitsOf(options));
  if (listed.findings.length > 0) return { kind: "new", glance: undefined, former: undefined };
  const glance = glanceAt(settings, listed, readSnapshot(folder, docs, out), onEdit);
  const text = settingsText(generator, options);
  const run = recallAtOnce(folder, glance, settings, text);
  return run ? { kind: "made", run } : recallByHashes(folder, glance, settings, text);
}

function recallAtOnce(folder: string, glance: Glance, settings: Settings, text: string): Recalled | undefined {
  const { snapshot } = glance;
  if (snapshot?.settings !== text || !isAsBefore(glance)) return undefined;
  const record = readRecord(folder, snapshot.record);
  return record && recalled(record, glance, snapshot.outputs, settings);
}

function recallByHashes(folder: string, glance: Glance, settings: Settings, text: string): Recollection {
  const files = glance.snapshot && readRunFiles(folder, glance.snapshot.record);
  const hashedPages = hashPages(glance, files);
  const overrides = readOverrides(settings)?.hash;
  const run = recallSame(folder, glance, settings, { text, hashedPages, overrides, files });
  if (run) return { kind: "made", run };
  const former = files && findFormer(folder, glance, { text, hashedPages, overrides, files });
  return { kind: "new", glance, former };
}

/** What is known of the files once pages are hashed. */
interface Hashed<Files> {
  readonly text: string;
  readonly hashedPages: readonly HashedFile[];
  readonly overrides: string | undefined;
  readonly files: Files;
}

function recallSame(
  folder: string,
  glance: Glance,
  settings: Settings,
  { text, hashedPages, overrides, files: former }: Hashed<RunFiles | undefined>,
): Recalled | undefined {
  const key = recordKey(text, hashedPages, overrides);
  const record = readRecord(folder, key);
  const files = record && readRunFiles(folder, key);
  const statuses = files && findStanding(glance, former, files.outputs);
  if (!statuses) return undefined;
  const outputs = files.outputs.map(([file]) => file);
  const snapshot = snapshotOf(glance, outputs, statuses, { settings: text, record: key });
  writeSnapshot(folder, settings.docs, settings.out, snapshot);
  return recalled(record, glance, outputs, settings);
}

function findFormer(
  folder: string,
  glance: Glance,
  { text, hashedPages, overrides, files }: Hashed<RunFiles>,
): Former | undefined {
  const { snapshot } = glance;
  if (files.overrides !== overrides) return undefined;
  if (snapshot?.settings !== text || !findStanding(glance, files, files.outputs)) return undefined;
  const record = readRecord(folder, snapshot.record);
  return record && { glance, hashedPages, record, files, notes: () => readNotes(folder, snapshot.record) };
}

function recalled(record: RunRecord, { pages }: Glance, outputs: readonly string[], settings: Settings): Recalled {
  const { docs, options } = settings;
  return {
    pages: pages.map((page) => unreadPage(docs, page)),
    models: record.models,
    messages: messagesOf(record, options.rules ?? {}),
    outputs,
  };
}
