import { addIssue, type HandIssue, type Step } from "./issue-list.js";
import { isRecord } from "./values.js";

type Key = string | number;
type Keyed = { readonly [key: string | number]: unknown };

/** Checks a field that is a text. */
export function checkText(value: Keyed, key: Key, above: Step | undefined, issues: HandIssue[]): void {
  if (typeof value[key] !== "string") addIssue(issues, above, key, "string", value[key]);
}

/** Checks a field that is a text or missing. */
export function checkOptionalText(value: Keyed, key: Key, above: Step | undefined, issues: HandIssue[]): void {
  const found = value[key];
  if (found !== undefined && typeof found !== "string") addIssue(issues, above, key, "string", found);
}

/** Checks a field that is a number. */
export function checkNumber(value: Keyed, key: Key, above: Step | undefined, issues: HandIssue[]): void {
  if (!Number.isFinite(value[key])) addIssue(issues, above, key, "finite number", value[key]);
}

/** Checks a field that is true or false. */
export function checkFlag(value: Keyed, key: Key, above: Step | undefined, issues: HandIssue[]): void {
  if (typeof value[key] !== "boolean") addIssue(issues, above, key, "boolean", value[key]);
}

/** Checks a field that is an object. */
export function checkRecord(value: Keyed, key: Key, above: Step | undefined, issues: HandIssue[]): void {
  if (!isRecord(value[key])) addIssue(issues, above, key, "object", value[key]);
}

/** Values of an enum, and how an issue calls them. */
export interface Choice {
  readonly has: (value: unknown) => boolean;
  readonly name: string;
}

/** Checks a field that is one of an enum's values. */
export function checkChoice(
  value: Keyed,
  key: Key,
  above: Step | undefined,
  issues: HandIssue[],
  { has, name }: Choice,
): void {
  if (!has(value[key])) addIssue(issues, above, key, name, value[key]);
}
