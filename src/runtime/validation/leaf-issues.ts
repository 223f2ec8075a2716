import type { Issue, IssueCode } from "./result.js";
import type { LiteralShape, SimpleShape } from "./shape.js";
import { literalsName, openName } from "./shape-name.js";
import { dateIsValid, textIsDate, textIsDateTime } from "./value-tests.js";

/** The issues of a value, their paths beginning there. */
export type Issues = readonly Issue[];

/** The issues of a value that has none. */
export const noIssues: Issues = [];

/** What a value is, without saying which. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return "a number that is not finite";
  return typeof value;
}

/** One issue of a value. */
export function issueOf(code: IssueCode, expected: string, docs: string, message: string): Issues {
  return [{ message, path: [], code, expected, docs }];
}

/** The issue of a value that is something else. */
export function mismatch(code: IssueCode, expected: string, docs: string, value: unknown): Issues {
  return issueOf(code, expected, docs, `expected ${expected}, received ${kindOf(value)}`);
}

/** The issues of a text that must have a form. */
function formatIssues(matches: boolean, expected: string, value: unknown, docs: string): Issues {
  if (matches) return noIssues;
  if (typeof value !== "string") return mismatch("type", expected, docs, value);
  return issueOf("format", expected, docs, `expected ${expected}, received another string`);
}

/** The issues of a value that must be a Date. */
function dateIssues(value: unknown, docs: string): Issues {
  if (dateIsValid(value)) return noIssues;
  if (!(value instanceof Date)) return mismatch("type", "Date", docs, value);
  return issueOf("format", "Date", docs, "expected a valid Date, received an invalid one");
}

/** Whether a value is of a type without parts and without form. */
function isSimple(type: Exclude<SimpleShape, "Date" | "date" | "date-time">, value: unknown): boolean {
  switch (type) {
    case "string":
    case "boolean":
    case "bigint":
      return typeof value === type;
    case "number":
    case "integer":
      return Number.isFinite(value);
    case "null":
      return value === null;
    case "unknown":
      return true;
  }
}

/** The issues of a value that must be of a type without parts. */
export function simpleIssues(type: SimpleShape, value: unknown, docs: string): Issues {
  switch (type) {
    case "Date":
      return dateIssues(value, docs);
    case "date":
      return formatIssues(textIsDate(value), "date as YYYY-MM-DD", value, docs);
    case "date-time":
      return formatIssues(textIsDateTime(value), "ISO 8601 date-time", value, docs);
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "bigint":
    case "null":
    case "unknown":
      return isSimple(type, value) ? noIssues : mismatch("type", type, docs, value);
  }
}

/** Whether an open list admits a value: any text beside texts, any number beside numbers. */
function isLike(known: LiteralShape, value: unknown): boolean {
  return typeof known === typeof value && (typeof value === "string" || Number.isFinite(value));
}

/** The issues of a value that must be one of some, or in an open list like one of them. */
export function literalIssues(values: readonly LiteralShape[], open: boolean, value: unknown, docs: string): Issues {
  if (values.some((known) => known === value || (open && isLike(known, value)))) return noIssues;
  const alike = values.some((known) => typeof known === typeof value);
  return mismatch(alike ? "literal" : "type", open ? openName(values) : literalsName(values), docs, value);
}
