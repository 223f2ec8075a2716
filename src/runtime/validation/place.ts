import { issueOf, kindOf, unreadable } from "./issue.js";
import { maySearch, rootDepth } from "./limits.js";
import type { Issue, IssueCode } from "./result.js";

/** Where a value stands that is searched for issues. */
export interface Place {
  readonly value: unknown;
  readonly issues: Issue[];
  /** The place of the value that contains it, and its key there; none for the outermost value. */
  readonly above: Place | undefined;
  readonly key: string | number;
  /** How many values contain it. */
  readonly depth: number;
  /** The row that gave the value its type, as `components/foo.md:12`. */
  readonly docs: string;
  /** The page of the model that the value is checked for. */
  page: string;
}

/**
 * Tells whether a value is of a type. Without a place it stops at the first fault; with one it tells the place every
 * fault and goes on, and what it returns says nothing.
 */
export type Check = (value: unknown, at: Place | undefined, depth: number) => boolean;

/** How many issues one search may find: values that share parts could have more than there is memory. */
const maximumIssues = 10_000;

/** The keys that lead to a key of a place's value. */
function pathTo(place: Place, last: string | number): Issue["path"] {
  const path = [last];
  for (let at = place; at.above; at = at.above) path.push(at.key);
  return path.reverse();
}

function add(at: Place, path: Issue["path"], value: unknown, expected: string, code: IssueCode, docs: string): void {
  const isMissing = code === "missing" || (value === undefined && code !== "depth" && code !== "unknown-key");
  const received = isMissing ? "nothing" : kindOf(value);
  if (at.issues.length < maximumIssues) {
    at.issues.push(issueOf(isMissing ? "missing" : code, path, expected, received, docs));
  }
}

function isObject(value: unknown): value is { readonly [key: string | number]: unknown } {
  return typeof value === "object" && value !== null;
}

/** What an object holds at a key. */
function read(value: unknown, key: string | number): unknown {
  try {
    return isObject(value) ? value[key] : undefined;
  } catch {
    return unreadable;
  }
}

/** Whether a value contains itself. */
function isCyclic({ value, above }: Place): boolean {
  if (!isObject(value)) return false;
  for (let place = above; place; place = place.above) if (place.value === value) return true;
  return false;
}

/** Has a check tell a place its faults. */
function search(check: Check, at: Place): void {
  try {
    if (!maySearch() || isCyclic(at)) misses(at, "plain data", "depth");
    else check(at.value, at, at.depth);
  } catch (error) {
    // The stack may end before the limit of depth does.
    misses({ ...at, value: unreadable }, "plain data", error instanceof RangeError ? "depth" : "type");
  }
}

/** What a check does where the value at a key breaks a row: it tells so, and whether the check is to stop. */
export function breaks(
  at: Place | undefined,
  key: string | number,
  expected: string | Check,
  line?: number,
  code: IssueCode = "type",
): boolean {
  if (at === undefined) return true;
  const { issues, page } = at;
  const value = read(at.value, key);
  const docs = line === undefined ? at.docs : `${page}:${line}`;
  if (typeof expected === "string") add(at, pathTo(at, key), value, expected, code, docs);
  else search(expected, { value, issues, above: at, key, depth: at.depth + 1, docs, page });
  // A sparse array may be of any length: its first hole is told, and what comes before it.
  const isHole = value === undefined && Array.isArray(at.value) && !(key in at.value);
  return isHole || issues.length >= maximumIssues;
}

/** What a check does where the whole value is of another type. */
export function misses(at: Place | undefined, expected: string, code: IssueCode = "type"): false {
  if (at === undefined) return false;
  add(at, at.above ? pathTo(at.above, at.key) : [], at.value, expected, code, at.docs);
  return false;
}

/** How far an issue takes a value from a member: another tag further than all else, another form of text not at all. */
function weightOf({ code, path }: Issue, { depth }: Place): number {
  if (code === "format") return 0;
  return code === "literal" && path.length <= depth + 1 ? 1000 : 1;
}

/** Tells the faults by the closest member of a union; one, where the value is like none of them. */
export function closest(at: Place, expected: string, checks: readonly Check[]): false {
  let found: readonly Issue[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const check of checks) {
    const issues: Issue[] = [];
    search(check, { ...at, issues });
    const isLike = issues.every(({ code, path }) => path.length > at.depth || code === "format" || code === "depth");
    const distance = issues.reduce((sum, issue) => sum + weightOf(issue, at), 0);
    if (isLike && distance < least) {
      found = issues;
      least = distance;
    }
  }
  if (found.length === 0) return misses(at, expected, "union");
  at.issues.push(...found.slice(0, maximumIssues - at.issues.length));
  return false;
}

/** Every issue of a value that does not pass a check of a model: at least one, and 10,000 at most. */
export function issuesOf(value: unknown, check: Check, docs: string): readonly Issue[] {
  const at: Place = { value, issues: [], above: undefined, key: "", depth: 0, docs, page: docs };
  rootDepth();
  search(check, at);
  // The check without a place may have met its limits on a way that the search did not take.
  if (at.issues.length === 0) misses(at, "plain data", "depth");
  return at.issues;
}
