/*
 * What emitted validators share. embed.mjs joins the parts in this order into one module, in which the names below are
 * exported and all others are private.
 */
export {
  type Issue,
  type IssueCode,
  ModelValidationError,
  type Result,
} from "./validation/result.js";
export { maximumDepth, mayRetry, rootDepth } from "./validation/limits.js";
export {
  comesFrom,
  dateIsValid,
  type Keyed,
  textIsDate,
  textIsDateTime,
  type Unchecked,
} from "./validation/value-tests.js";
export type { FieldShape, ModelShape, TypeShape } from "./validation/shape.js";
export {} from "./validation/shape-name.js";
export {} from "./validation/leaf-issues.js";
export { issuesOf } from "./validation/issue-search.js";
export {} from "./validation/json-schema.js";
export { type ModelSchema, modelSchema } from "./validation/model-schema.js";
