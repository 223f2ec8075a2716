import { kindOf, unreadable } from "./kind-of.js";
import { issueOf } from "./messages.js";
import type { Failure, Issue, IssueCode } from "./result.js";
import type { Keyed } from "./value-tests.js";

/** Where a value stands that is searched for issues. */
export interface Place {
  readonly value: unknown;
  readonly issues: Issue[];
  /** The place of the value that contains it; none for the outermost value. */
  readonly above: Place | undefined;
  /** The keys that lead to it from the outermost value. */
  readonly path: Issue["path"];
  /** The page and the line of what is told next: of the row that says what the value is, then of the rows of its model. */
  page: string;
  line: number;
}

/** A place whose value holds others. */
export interface KeyedPlace extends Place {
  readonly value: Keyed;
}

/** Tells whether a value is of a type that `depth` values contain; it throws where reading the value does. */
export type Check = (value: unknown, depth: number) => boolean;

/** Tells a place every fault of its value, which a check refused. */
export type Tell = (at: Place) => void;

/** How many issues one search may find: values that share parts could have more than there is memory. */
const maximumIssues = 10_000;

/** How many values one search may look into, each of which it holds against those that contain it. */
const maximumSearches = 40_000;

let searches = 0;

function add({ issues, path, page, line }: Place, code: IssueCode, expected: string, received: string): void {
  if (issues.length < maximumIssues) issues.push(issueOf(code, path, expected, received, `${page}:${line}`));
}

/** Tells a place that its value is of another type. */
export function misses(at: Place, expected: string, code: IssueCode = "type"): void {
  add(at, at.value === undefined ? "missing" : code, expected, kindOf(at.value));
}

/** Tells a place that its key is one too many. */
export function tellUnknownKey(at: Place): void {
  add(at, "unknown-key", "no such key", kindOf(at.value));
}

/** Has a tell look into a value, unless that contains itself. */
function search(tell: Tell, at: Place): void {
  let same = at.above;
  while (same && same.value !== at.value) same = same.above;
  try {
    if (same || searches++ > maximumSearches) misses(at, "plain data", "depth");
    else tell(at);
  } catch (error) {
    // The stack may end before the limit of depth does.
    add(at, error instanceof RangeError ? "depth" : "type", "plain data", unreadable);
  }
}

/** Tells a place that the value at a key is of another type; whether nothing more is to be told. */
export function breaks(
  at: KeyedPlace,
  key: string | number,
  expected: string | Tell,
  code?: IssueCode,
  line: number = at.line,
): boolean {
  const place: Place = { ...at, value: at.value[key], above: at, path: [...at.path, key], line };
  if (typeof expected === "string") misses(place, expected, code);
  else search(expected, place);
  return at.issues.length >= maximumIssues;
}

/** How far an issue takes a value from a member: another tag further than all else, another form of text not at all. */
function weightOf({ code, path }: Issue, depth: number): number {
  if (code === "format") return 0;
  return code === "literal" && path.length <= depth + 1 ? 1000 : 1;
}

/** Tells the faults by the closest member of a union; one, where the value is like none of them. */
export function closest(at: Place, expected: string, tells: readonly Tell[]): void {
  const depth = at.path.length;
  let found: readonly Issue[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const tell of tells) {
    const issues: Issue[] = [];
    search(tell, { ...at, issues });
    const isLike = issues.every(({ code, path }) => path.length > depth || code === "format" || code === "depth");
    const distance = issues.reduce((sum, issue) => sum + weightOf(issue, depth), 0);
    if (isLike && distance < least) {
      found = issues;
      least = distance;
    }
  }
  if (found.length === 0) misses(at, expected, "union");
  at.issues.push(...found.slice(0, maximumIssues - at.issues.length));
}

/** Every issue of a value that the check of a model refused: at least one, and 10,000 at most. */
export function failureOf(value: unknown, tell: Tell, page = "", line = 0): Failure {
  const at: Place = { value, issues: [], above: undefined, path: [], page, line };
  searches = 0;
  search(tell, at);
  // The check may have met its limits on a way that the search did not take.
  if (!at.issues[0]) misses({ ...at, line: line || 1 }, "plain data", "depth");
  return { issues: at.issues };
}
