import type { ModelId, ObjectModel } from "../../model/model.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { indexTypeOf } from "../index-type.js";
import { anyOf, type Condition, isAlways, not, required } from "./condition.js";
import { isOptional } from "./field-check.js";
import { block } from "./layout.js";
import { inside, type Whole } from "./subject.js";
import { type Told, toldOf } from "./told.js";
import { equals, hasOwn, isUndefined, typeCondition } from "./type-condition.js";

/** Whether keys that no field names are refused. */
export function isClosed(model: ObjectModel<ModelId>, { options }: EmitContext): boolean {
  return options.unknownKeys === "reject" && model.additional === undefined;
}

/** Whether a key is a field's, or none of the object's own. */
function isKnown(model: ObjectModel<ModelId>, object: Code): Condition {
  const fields = model.fields.map(({ localName }) => equals(code`key`, stringLiteral(localName)));
  return anyOf([...fields, not(hasOwn(object, code`key`))]);
}

/** How emitted code goes on with a key that fails. */
export interface KeyFailure {
  /** Whether it is to leave, which telling the place may answer. */
  readonly isToLeave: (told: Told) => Condition;
  /** How it leaves. */
  readonly leave: Code;
}

/** The lines for the keys of an object that no field names; none where they may hold anything. */
export function otherKeyLines(
  model: ObjectModel<ModelId>,
  object: Whole,
  { isToLeave, leave }: KeyFailure,
  context: EmitContext,
): readonly Code[] {
  const keys = code`for (const key in ${object.code})`;
  const known = isKnown(model, object.code);
  if (isClosed(model, context)) {
    const isToGoOn = not(isToLeave({ expected: context.sharedName("tellUnknownKey", "value"), issueCode: "type" }));
    return block(keys, required(anyOf([known, isToGoOn]), leave));
  }
  const type = indexTypeOf(model);
  if (!type) return [];
  const item = inside(object, code`item`);
  const condition = typeCondition(type, item, context);
  if (isAlways(condition)) return [];
  // As the index signature, which has to admit what optional fields may hold.
  const admitted = model.fields.some(isOptional) ? [isUndefined(item.code)] : [];
  return block(keys, [
    ...required(not(known), code`continue;`),
    code`const item = ${object.code}[key];`,
    ...required(anyOf([...admitted, condition, not(isToLeave(toldOf(type, context)))]), leave),
  ]);
}
