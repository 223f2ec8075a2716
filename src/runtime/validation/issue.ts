import { messageOf } from "./messages.js";
import type { Issue, IssueCode } from "./result.js";

/** What a model admits somewhere: a type as TypeScript writes it, or values. */
export type Expected = string | readonly (string | number | boolean)[];

/** How many values an issue lists. */
const listedValues = 12;

/** What a property holds that could not be read. */
export const unreadable: unique symbol = /* @__PURE__ */ Symbol("a value that cannot be read");

/** What a property holds whose value JSON cannot carry. */
export const uncarried: unique symbol = /* @__PURE__ */ Symbol("what JSON cannot carry");

/** What text carries that is not JSON. */
export const notJson: unique symbol = /* @__PURE__ */ Symbol("text that is not JSON");

/** What kind of value is somewhere, without saying which. */
function kindOf(value: unknown): string {
  const kind = typeof value;
  if (kind === "object") return value === null ? "null" : Array.isArray(value) ? "array" : kind;
  if (kind === "number") return Number.isFinite(value) ? kind : "a number that is not finite";
  if (value === unreadable || value === uncarried || value === notJson) return value.description ?? kind;
  return kind;
}

const listNames = /* @__PURE__ */ new WeakMap<object, string>();

/** What is expected, in words. */
function nameOf(expected: Expected): string {
  if (typeof expected === "string") return expected;
  let name = listNames.get(expected);
  if (name === undefined) {
    const listed = expected.slice(0, listedValues).map((value) => JSON.stringify(value));
    name = [...listed, ...(expected.length > listedValues ? ["…"] : [])].join(" | ");
    listNames.set(expected, name);
  }
  return name;
}

/** One fault of a value. */
export function issueOf(
  value: unknown,
  path: Issue["path"],
  code: IssueCode,
  expectedValue: Expected,
  docs: string,
): Issue {
  const expected = nameOf(expectedValue);
  const received = code === "missing" ? "nothing" : kindOf(value);
  return { message: messageOf(code, expected, received), path, code, expected, received, docs };
}
