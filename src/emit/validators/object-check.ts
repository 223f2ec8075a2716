import type { Field, ModelId, ObjectModel } from "../../model/model.js";
import { type Code, code } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { allOf, always, type Condition, required, returned } from "./condition.js";
import { checkRank, fieldCondition } from "./field-check.js";
import { otherKeyLines } from "./other-keys.js";
import { checked } from "./subject.js";
import { isKeyed, isMap } from "./type-condition.js";

/** What a check does with a value that fails. */
export const leave: Code = code`return false;`;

/** The condition that the fields of an object meet. */
export function fieldsCondition(fields: readonly Field<ModelId>[], context: EmitContext): Condition {
  const ranked = fields.map((field) => ({ field, rank: checkRank(field) }));
  ranked.sort((one, other) => one.rank - other.rank);
  return allOf(ranked.map(({ field }) => fieldCondition(field, checked, context)));
}

/** The body of the check of an object model. */
export function objectCheckLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const keyed = model.additional ? isMap(checked.code, context) : isKeyed(checked.code, context);
  const condition = allOf([keyed, fieldsCondition(model.fields, context)]);
  const others = otherKeyLines(model, checked, { isToLeave: () => always, leave }, context);
  return others.length === 0 ? returned(condition) : [...required(condition, leave), ...others, code`return true;`];
}
