import { messageOf } from "./messages.js";
import type { Issue, IssueCode } from "./result.js";

/** Stands for a value that could not be read, or that JSON cannot carry. */
export const unreadable: unique symbol = /* @__PURE__ */ Symbol();

/** What kind of value is somewhere, without saying which. */
export function kindOf(value: unknown): string {
  const kind = typeof value;
  if (kind === "object") return value === null ? "null" : Array.isArray(value) ? "array" : kind;
  if (kind === "number") return Number.isFinite(value) ? kind : "non-finite number";
  return value === unreadable ? "unreadable value" : kind;
}

/** One fault of a value. */
export function issueOf(code: IssueCode, path: Issue["path"], expected: string, received: string, docs: string): Issue {
  return { message: messageOf(code, expected, received), path, code, expected, received, docs };
}
