/** What emitted validators share: `embed.mjs` joins the parts into one module that exports these names and no others. */

export { issuesOf } from "./validation/issue-search.js";
export { maximumDepth, mayRetry, rootDepth } from "./validation/limits.js";
export { type ModelSchema, modelSchema } from "./validation/model-schema.js";
export { type Issue, type IssueCode, ModelValidationError, type Result } from "./validation/result.js";
export type { FieldShape, ModelShape, TypeShape } from "./validation/shape.js";
export {
  comesFrom,
  comesFromDate,
  dateIsValid,
  type Keyed,
  textIsDate,
  textIsDateTime,
  type Unchecked,
} from "./validation/value-tests.js";
