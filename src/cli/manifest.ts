import type { OutputFile } from "../compile.js";
import type { Schema } from "../model/schema.js";
import type { Options } from "../options.js";
import { lineFeedsOnly } from "./line-feeds.js";
import { byCodeUnits } from "./pages.js";

/** Where the manifest stands below the output folder. */
export const manifestPath = "manifest.json";

/** What a former run says that it wrote; its paths are not to be trusted. */
export interface FormerManifest {
  /** Path below the output folder → hash of the bytes. */
  readonly files: ReadonlyMap<string, string>;
}

/** The SHA-256 of bytes or text, in hexadecimal. */
export function hashOf(bytes: Uint8Array | string): string {
  // Loaded where it is used: that takes 3 ms, and a run that finds every file as it was hashes nothing.
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
}

/** The hash of a page, which is the same whether git checks it out with LF or with CRLF: so are its outputs. */
export function pageHashOf(bytes: Uint8Array): string {
  return hashOf(lineFeedsOnly(bytes));
}

/** Hashes the texts of a run's outputs, each once. */
export type OutputHashes = (file: OutputFile) => string;

/** Remembers the hashes of a run's outputs by their paths. */
export function outputHashes(): OutputHashes {
  const known = new Map<string, string>();
  return ({ path, text }) => {
    const hash = known.get(path) ?? hashOf(text);
    known.set(path, hash);
    return hash;
  };
}

/** A path and the hash of the bytes there. */
export type HashedFile = readonly [file: string, hash: string];

/** What a manifest says of a model. */
export interface ManifestModel {
  readonly page: string;
  readonly name: string;
  readonly file?: string;
  readonly type?: string;
}

/** What a manifest says of a run. */
export interface ManifestContent {
  readonly pages: readonly HashedFile[];
  readonly models: readonly ManifestModel[];
  readonly files: readonly HashedFile[];
  /** The hash of the overrides. */
  readonly overridesHash?: string | undefined;
}

/** The manifest of a run: one entry a line, sorted, so that branches merge. */
export function manifestText(options: Options, content: ManifestContent): string {
  const { pages, models, files, overridesHash } = content;
  const sorted = [...files].sort(([one], [other]) => byCodeUnits(one, other));
  const lists = [
    listText("pages", pages.map(pageText)),
    listText("models", models.map(modelText)),
    listText("files", sorted.map(fileText)),
  ].join(",\n");
  return `{\n  "version": 1,\n  "config": ${JSON.stringify(configHash(options, overridesHash))},\n${lists}\n}\n`;
}

/** Reads a former manifest; nothing where the text is not one of ours. */
export function readManifest(text: string): FormerManifest | undefined {
  const value = jsonOf(text);
  if (value === undefined) return isDamaged(text) ? { files: new Map() } : undefined;
  if (!isRecord(value) || !("version" in value) || !("models" in value)) return undefined;
  return { files: new Map(fileEntriesOf(value).map((entry) => [entry.file, entry.hash])) };
}

/** The text of a journal: what a run may have put on the disk that the manifest does not say. */
export function journalText(entries: readonly FileEntry[]): string {
  const lines = entries.map(({ file, hash }) => fileText([file, hash]));
  return `{\n  "version": 1,\n${listText("files", lines)}\n}\n`;
}

/** Reads a journal; a run that was killed while it wrote this text had put nothing in place yet. */
export function readJournal(text: string): readonly FileEntry[] {
  return fileEntriesOf(jsonOf(text));
}

/** An output that a run says is its own; neither member is to be trusted. */
export interface FileEntry {
  /** Path below the output folder. */
  readonly file: string;
  /** Hash of the bytes. */
  readonly hash: string;
}

function fileEntriesOf(value: unknown): readonly FileEntry[] {
  if (!isRecord(value) || !Array.isArray(value["files"])) return [];
  return value["files"].filter(isFileEntry);
}

/** What a manifest says of the models of a schema, sorted by page. */
export function manifestModels(schema: Schema): readonly ManifestModel[] {
  const models = [...schema.models.values()].sort((one, other) => byCodeUnits(one.id, other.id));
  const entries = models.map((model): ManifestModel => {
    return { page: model.page, name: model.name, ...schema.names.get(model.id) };
  });
  return entries.sort((one, other) => byCodeUnits(one.page, other.page));
}

function listText(key: string, lines: readonly string[]): string {
  return lines.length === 0 ? `  "${key}": []` : `  "${key}": [\n    ${lines.join(",\n    ")}\n  ]`;
}

function pageText([page, hash]: HashedFile): string {
  return `{ "page": ${JSON.stringify(page)}, "hash": ${JSON.stringify(hash)} }`;
}

function modelText({ page, name, file, type }: ManifestModel): string {
  const documented = `"page": ${JSON.stringify(page)}, "name": ${JSON.stringify(name)}`;
  if (file === undefined || type === undefined) return `{ ${documented} }`;
  return `{ ${documented}, "file": ${JSON.stringify(file)}, "type": ${JSON.stringify(type)} }`;
}

function fileText([file, hash]: HashedFile): string {
  return `{ "file": ${JSON.stringify(file)}, "hash": ${JSON.stringify(hash)} }`;
}

/** The hash of the options that shape outputs, of overrides by their own hash. */
export function configHash(options: Options, overridesHash?: string): string {
  return hashOf(optionsText(options, overridesHash));
}

/** The options that shape outputs, as text. Severities do not; the order of the globs may decide which one a page takes, so it counts. */
export function optionsText({ rules: _rules, notations, ...options }: Options, overridesHash?: string): string {
  const globs = notations && Object.entries(notations);
  return JSON.stringify(canonical({ ...options, notations: globs, overrides: overridesHash }));
}

/** A value with its keys in one order and without those that hold nothing. */
export function canonical(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => byCodeUnits(one, other));
  return entries.filter(([, each]) => each !== undefined).map(([key, each]) => [key, canonical(each)]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A manifest with marks of a merge conflict is still ours, though nothing can be read from it. */
function isDamaged(text: string): boolean {
  return text.startsWith("{") && text.includes('"version": 1,') && text.includes('"models": [');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFileEntry(value: unknown): value is FileEntry {
  return isRecord(value) && typeof value["file"] === "string" && typeof value["hash"] === "string";
}
