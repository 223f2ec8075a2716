import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";
import { isFlat, isList, isNested, isUnion, isWide } from "./hand/guards.js";
import type { HandIssue } from "./hand/issue-list.js";
import { type Collect, collectFlat, collectList, collectNested, collectUnion, collectWide } from "./hand/issues.js";

/** The guards. */
export const is: PerShape<Guard> = { flat: isFlat, nested: isNested, union: isUnion, wide: isWide, list: isList };

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => (isFlat(value) ? null : issuesOf(value, collectFlat)),
  nested: (value) => (isNested(value) ? null : issuesOf(value, collectNested)),
  union: (value) => (isUnion(value) ? null : issuesOf(value, collectUnion)),
  wide: (value) => (isWide(value) ? null : issuesOf(value, collectWide)),
  list: (value) => (isList(value) ? null : issuesOf(value, collectList)),
};

function issuesOf(value: unknown, collect: Collect): readonly HandIssue[] {
  const issues: HandIssue[] = [];
  collect(value, undefined, issues);
  return issues;
}
