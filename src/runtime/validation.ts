/** What emitted validators share: `embed.mjs` joins the parts into one module that exports these names and no others. */

export { tellDate, tellDateObject, tellDateTime } from "./validation/dates.js";
export { mayEnter } from "./validation/limits.js";
export { type Message, type Messages, setMessages } from "./validation/messages.js";
export { type ModelSchema, modelSchema } from "./validation/model-schema.js";
export { parseModel } from "./validation/parse.js";
export {
  breaks,
  type Check,
  closest,
  failureOf,
  misses,
  type Place,
  type Tell,
  tellUnknownKey,
} from "./validation/place.js";
export { type Issue, type IssueCode, ModelValidationError, type Result } from "./validation/result.js";
export type { FieldShape, ModelShape, TypeShape } from "./validation/shape.js";
export { tellEach, tellInside, tellKind, tellObject, tellRow } from "./validation/tell.js";
export {
  checkDate,
  checkDateObject,
  checkDateTime,
  comesFrom,
  isKeyed,
  isMap,
  type Keyed,
} from "./validation/value-tests.js";
