import { readFileSync } from "node:fs";
import path from "node:path";
import type { VFileMessage } from "vfile-message";
import type { Build } from "../build.js";
import { placesOf } from "../disk.js";
import { hashOf, manifestPath } from "../manifest.js";
import { listPages, type PageFile } from "../pages.js";
import type { Settings } from "../settings.js";
import type { Cache } from "./cache.js";
import { fileHashes } from "./file-hashes.js";
import { findingOf, messagesOf, type RunRecord, readRecord, recordKey, writeRecord } from "./run-record.js";

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
 * nothing is parsed for it. Nothing where a run has to be made.
 */
export function recall({ folder, generator }: Cache, { docs, out, options }: Settings): Recalled | undefined {
  const { paths, findings } = listPages(docs);
  if (findings.length > 0) return undefined;
  const hashes = fileHashes(folder, `${docs}\0${out}`);
  const pages = paths.map((page) => [page, hashes.hashOf(path.join(docs, page), true) ?? ""] as const);
  const record = readRecord(folder, recordKey(generator, options, pages));
  const places = placesOf(out);
  const isUnchanged = ([file, hash]: RunRecord["outputs"][number]): boolean => {
    const found = places(file);
    return found.kind === "place" && hashes.hashOf(found.place, false) === hash;
  };
  if (!record?.outputs.every(isUnchanged)) return undefined;
  hashes.save();
  return {
    pages: paths.map((page) => unreadPage(docs, page)),
    models: record.models,
    messages: messagesOf(record, options.rules ?? {}),
    outputs: record.outputs.map(([file]) => file),
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

/** Keeps what a run made, for `recall`. */
export function remember(
  { folder, generator }: Cache,
  { options }: Settings,
  { pages, output: { files, messages, schema } }: Build,
  manifest: string,
): void {
  const hashed = pages.map(({ path: page, value }) => [page, hashOf(value)] as const);
  const outputs = [...files, { path: manifestPath, text: manifest }].map(
    ({ path: file, text }) => [file, hashOf(text)] as const,
  );
  const findings = messages.flatMap((message) => findingOf(message) ?? []);
  const record = { models: schema.models.size, findings, outputs };
  writeRecord(folder, recordKey(generator, options, hashed), record);
}
