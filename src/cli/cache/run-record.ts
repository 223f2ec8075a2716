import path from "node:path";
import type { VFileMessage } from "vfile-message";
import { type Finding, messageOf, type Related, relatedOf, type Severities } from "../../diagnostics/report.js";
import { isRuleId } from "../../diagnostics/rules.js";
import type { Place } from "../../model/place.js";
import type { Options } from "../../options.js";
import { isNotes, type Notes } from "../../recompile/notes.js";
import { canonical, type HashedFile, hashOf, optionsText } from "../manifest.js";
import { pruneCached, readSealed, writeSealed } from "./cached-file.js";

/** What a run makes of pages and options: it is kept under a name that is made of these alone. */
export interface RunRecord {
  readonly models: number;
  readonly findings: readonly Finding[];
}

/** The files of a run: every page and every output with the hash of its bytes, sorted, the manifest last. */
export interface RunFiles {
  readonly pages: readonly HashedFile[];
  readonly outputs: readonly HashedFile[];
  /** The hash of the overrides. */
  readonly overrides?: string | undefined;
}

/** How many records are kept: branches and configurations that one goes back to. */
const mostRecords = 20;

/** Notes are of use for the next run alone: those of a few projects that share a cache. */
const mostNotes = 8;

/** What a run depends on beside its pages. */
export function settingsText(generator: string, options: Options): string {
  return JSON.stringify([generator, optionsText(options), canonical(options.rules)]);
}

/** The name of the record of a run: of what it depends on, pages and overrides and all. */
export function recordKey(settings: string, pages: readonly HashedFile[], overrides: string | undefined): string {
  return hashOf(JSON.stringify([settings, pages, overrides]));
}

/** Reads a record; nothing where there is none or it is damaged. */
export function readRecord(folder: string, key: string): RunRecord | undefined {
  const value = readSealed(recordFile(folder, "runs", key));
  return isRecord(value) ? value : undefined;
}

/** Reads the files of a run; nothing where they are not kept or damaged. */
export function readRunFiles(folder: string, key: string): RunFiles | undefined {
  const value = readSealed(recordFile(folder, "run-files", key));
  return isRunFiles(value) ? value : undefined;
}

/** Reads what a run noted for the next one; nothing where that is not kept or damaged. */
export function readNotes(folder: string, key: string): Notes | undefined {
  const value = readSealed(recordFile(folder, "notes", key));
  return isNotes(value) ? value : undefined;
}

/** Keeps a record with the files of its run, and with what it noted. */
export function writeRecord(folder: string, key: string, record: RunRecord, files: RunFiles, notes?: Notes): void {
  if (notes) write(recordFile(folder, "notes", key), notes, mostNotes);
  write(recordFile(folder, "run-files", key), files, mostRecords);
  write(recordFile(folder, "runs", key), record, mostRecords);
}

function write(file: string, value: RunRecord | RunFiles | Notes, most: number): void {
  writeSealed(file, value);
  pruneCached(path.dirname(file), most);
}

/** What a message was made of. */
export function findingOf(message: VFileMessage): Finding | undefined {
  const { ruleId, file, place, reason, actual, expected, note } = message;
  if (!isRuleId(ruleId) || file === undefined) return undefined;
  const related = relatedOf(message);
  return {
    ...{ rule: ruleId, page: file, place: isPlace(place) ? place : undefined, reason, actual, expected, mend: note },
    ...(related.length > 0 && { related }),
  };
}

/** The messages of a record. */
export function messagesOf({ findings }: Pick<RunRecord, "findings">, severities: Severities): readonly VFileMessage[] {
  return findings.flatMap((finding) => messageOf(finding, severities) ?? []);
}

function recordFile(folder: string, part: "notes" | "run-files" | "runs", key: string): string {
  return path.join(folder, part, `${key}.json`);
}

function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null || !("models" in value && "findings" in value)) return false;
  const { models, findings } = value;
  return typeof models === "number" && Array.isArray(findings) && findings.every(isFinding);
}

function isRunFiles(value: unknown): value is RunFiles {
  if (typeof value !== "object" || value === null || !("pages" in value && "outputs" in value)) return false;
  const overrides = "overrides" in value ? value.overrides : undefined;
  if (overrides !== undefined && typeof overrides !== "string") return false;
  return [value.pages, value.outputs].every((files) => Array.isArray(files) && files.every(isHashedFile));
}

function isHashedFile(value: unknown): value is HashedFile {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "string");
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== "object" || value === null || !("rule" in value && "page" in value && "reason" in value)) {
    return false;
  }
  const { rule, page, reason } = value;
  const hasPlace = !("place" in value) || isPlace(value.place);
  const hasRelated = !("related" in value) || (Array.isArray(value.related) && value.related.every(isRelated));
  return isRuleId(rule) && typeof page === "string" && typeof reason === "string" && hasPlace && hasRelated;
}

function isRelated(value: unknown): value is Related {
  if (typeof value !== "object" || value === null || !("page" in value && "place" in value && "reason" in value)) {
    return false;
  }
  return typeof value.page === "string" && typeof value.reason === "string" && isPlace(value.place);
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null || !("start" in value && "end" in value)) return false;
  return isPoint(value.start) && isPoint(value.end);
}

function isPoint(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("line" in value && "column" in value)) return false;
  return typeof value.line === "number" && typeof value.column === "number";
}
