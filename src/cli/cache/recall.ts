import { readFileSync } from "node:fs";
import path from "node:path";
import type { VFileMessage } from "vfile-message";
import { listPages, type PageFile } from "../pages.js";
import type { Settings } from "../settings.js";
import type { Cache } from "./cache.js";
import { findStanding, type Glance, glanceAt, hashPages, isAsBefore, snapshotOf } from "./glance.js";
import { messagesOf, type RunRecord, readRecord, readRunFiles, recordKey, settingsText } from "./run-record.js";
import { readSnapshot, writeSnapshot } from "./snapshot.js";

/** A run that would change nothing. */
export interface Recalled {
  /** Read where somebody asks for their bytes. */
  readonly pages: readonly PageFile[];
  readonly models: number;
  readonly messages: readonly VFileMessage[];
  /** Every output, sorted, the manifest last. */
  readonly outputs: readonly string[];
}

/**
 * What a run would say, where an earlier one has made the same of the same pages and every output is as that one made it:
 * nothing is parsed for it, and what the file system says has not changed is not even read. Nothing where a run has to be made.
 */
export function recall({ folder, generator }: Cache, settings: Settings): Recalled | undefined {
  const { docs, out, options } = settings;
  const listed = listPages(docs);
  if (listed.findings.length > 0) return undefined;
  const glance = glanceAt(settings, listed, readSnapshot(folder, docs, out));
  const text = settingsText(generator, options);
  return recallAtOnce(folder, glance, settings, text) ?? recallByHashes(folder, glance, settings, text);
}

function recallAtOnce(folder: string, glance: Glance, settings: Settings, text: string): Recalled | undefined {
  const { snapshot } = glance;
  if (snapshot?.settings !== text || !isAsBefore(glance)) return undefined;
  const record = readRecord(folder, snapshot.record);
  return record && recalled(record, glance, snapshot.outputs, settings);
}

function recallByHashes(folder: string, glance: Glance, settings: Settings, text: string): Recalled | undefined {
  const former = glance.snapshot && readRunFiles(folder, glance.snapshot.record);
  const key = recordKey(text, hashPages(glance, former));
  const record = readRecord(folder, key);
  const files = readRunFiles(folder, key);
  const statuses = record && files && findStanding(glance, former, files.outputs);
  if (!statuses) return undefined;
  const outputs = files.outputs.map(([file]) => file);
  const snapshot = snapshotOf(glance, outputs, statuses, { settings: text, record: key });
  writeSnapshot(folder, settings.docs, settings.out, snapshot);
  return recalled(record, glance, outputs, settings);
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

/** A page whose bytes are read where they are asked for: a report shows few of them. */
function unreadPage(docs: string, page: string): PageFile {
  return {
    path: page,
    get value() {
      return readFileSync(path.join(docs, page));
    },
  };
}
