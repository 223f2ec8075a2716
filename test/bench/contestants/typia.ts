import typia from "typia";
import type { Flat, List, Nested, Union, Wide } from "../shapes/models.js";
import type { PerShape } from "../shapes/shapes.js";
import type { Check, Guard } from "./contestant.js";

/** The guards. */
export const is: PerShape<Guard> = {
  flat: typia.createIs<Flat>(),
  nested: typia.createIs<Nested>(),
  union: typia.createIs<Union>(),
  wide: typia.createIs<Wide>(),
  list: typia.createIs<List>(),
};

const validate = {
  flat: typia.createValidate<Flat>(),
  nested: typia.createValidate<Nested>(),
  union: typia.createValidate<Union>(),
  wide: typia.createValidate<Wide>(),
  list: typia.createValidate<List>(),
};

/** The lists of issues. */
export const check: PerShape<Check> = {
  flat: (value) => issuesOf(validate.flat(value)),
  nested: (value) => issuesOf(validate.nested(value)),
  union: (value) => issuesOf(validate.union(value)),
  wide: (value) => issuesOf(validate.wide(value)),
  list: (value) => issuesOf(validate.list(value)),
};

function issuesOf(result: typia.IValidation<unknown>): readonly unknown[] | null {
  return result.success ? null : result.errors;
}
