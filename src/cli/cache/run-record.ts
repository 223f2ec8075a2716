import path from "node:path";
import type { VFileMessage } from "vfile-message";
import { type Finding, messageOf, type Severities } from "../../diagnostics/report.js";
import { type RuleId, rules } from "../../diagnostics/rules.js";
import type { Place } from "../../model/place.js";
import type { Options } from "../../options.js";
import { canonical, configHash, hashOf } from "../manifest.js";
import { pruneCached, readCached, writeCached } from "./cached-file.js";

/** What a run makes of pages and options: it is kept under a name that is made of these alone. */
export interface RunRecord {
  readonly models: number;
  readonly findings: readonly Finding[];
  /** Every output with the hash of its bytes, sorted, the manifest last. */
  readonly outputs: readonly (readonly [file: string, hash: string])[];
}

/** How many records are kept: branches and configurations that one goes back to. */
const mostRecords = 50;

/** The name of the record of a run: of the generator, its options and its pages with the hashes of their bytes. */
export function recordKey(
  generator: string,
  options: Options,
  pages: readonly (readonly [page: string, hash: string])[],
): string {
  return hashOf(JSON.stringify([generator, configHash(options), canonical(options.rules), pages]));
}

/** Reads a record; nothing where there is none or it is damaged. */
export function readRecord(folder: string, key: string): RunRecord | undefined {
  const value = readCached(recordFile(folder, key));
  return isRecord(value) ? value : undefined;
}

/** Keeps a record. */
export function writeRecord(folder: string, key: string, record: RunRecord): void {
  const file = recordFile(folder, key);
  writeCached(file, record);
  pruneCached(path.dirname(file), mostRecords);
}

/** What a message was made of. */
export function findingOf({ ruleId, file, place, reason, actual, expected, note }: VFileMessage): Finding | undefined {
  if (!isRule(ruleId) || file === undefined) return undefined;
  return { rule: ruleId, page: file, place: isPlace(place) ? place : undefined, reason, actual, expected, mend: note };
}

/** The messages of a record. */
export function messagesOf({ findings }: RunRecord, severities: Severities): readonly VFileMessage[] {
  return findings.flatMap((finding) => messageOf(finding, severities) ?? []);
}

function recordFile(folder: string, key: string): string {
  return path.join(folder, "runs", `${key}.json`);
}

function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  if (!("models" in value && "findings" in value && "outputs" in value)) return false;
  const { models, findings, outputs } = value;
  const areLists = Array.isArray(findings) && Array.isArray(outputs);
  return typeof models === "number" && areLists && findings.every(isFinding) && outputs.every(isOutput);
}

function isOutput(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "string");
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== "object" || value === null || !("rule" in value && "page" in value && "reason" in value)) {
    return false;
  }
  const { rule, page, reason } = value;
  const hasPlace = !("place" in value) || isPlace(value.place);
  return isRule(rule) && typeof page === "string" && typeof reason === "string" && hasPlace;
}

function isRule(value: unknown): value is RuleId {
  return typeof value === "string" && Object.hasOwn(rules, value);
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null || !("start" in value && "end" in value)) return false;
  return isPoint(value.start) && isPoint(value.end);
}

function isPoint(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("line" in value && "column" in value)) return false;
  return typeof value.line === "number" && typeof value.column === "number";
}
