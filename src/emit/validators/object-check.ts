import type { ModelId, ObjectModel } from "../../model/model.js";
import { referencesOf } from "../../model/type.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { indexTypeOf } from "../index-type.js";
import { anyOf, type Condition, isAlways, not, required, returned, test } from "./condition.js";
import { breaksRow } from "./expected.js";
import { checkRank, fieldCheck, isOptional, leave } from "./field-check.js";
import { block } from "./layout.js";
import { typeNameOf } from "./own-name.js";
import { partTypes } from "./parts.js";
import { breaks, misses, pageLine } from "./told.js";
import { equals, hasOwn, isKeyed, isMap, isUndefined, typeCondition } from "./type-condition.js";

/** Whether keys that no field names are refused. */
export function isClosed(model: ObjectModel<ModelId>, { options }: EmitContext): boolean {
  return options.unknownKeys === "reject" && model.additional === undefined;
}

/** Whether a key is a field's, or none of the object's own. */
function isKnown(model: ObjectModel<ModelId>): Condition {
  const fields = model.fields.map(({ localName }) => equals(code`key`, stringLiteral(localName)));
  return anyOf([...fields, not(hasOwn(code`value`, code`key`))]);
}

/** The check of the keys that no field names; none where they may hold anything. */
function otherKeysCheck(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const line = model.place.start.line;
  const keys = code`for (const key in value)`;
  if (isClosed(model, context)) {
    const broken = breaks(code`key`, code`"no such key"`, context, line, "unknown-key");
    return block(keys, required(anyOf([isKnown(model), not(broken)]), leave));
  }
  const type = indexTypeOf(model);
  if (!type) return [];
  const item = code`item`;
  const condition = typeCondition(type, item, context);
  if (isAlways(condition)) return [];
  // As the index signature, which has to admit what optional fields may hold.
  const admitted = model.fields.some(isOptional) ? [isUndefined(item)] : [];
  const broken = breaksRow(type, code`key`, line, context);
  return block(keys, [
    ...required(not(isKnown(model)), code`continue;`),
    code`const item = value[key];`,
    ...required(anyOf([...admitted, condition, not(broken)]), leave),
  ]);
}

/** The checks of an object that may have fields. */
function rowLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const fields = model.fields.map((field) => ({ field, rank: checkRank(field) }));
  fields.sort((one, other) => one.rank - other.rank);
  return fields.flatMap(({ field }) => fieldCheck(field, code`value`, context));
}

/** The body of the check of an object model. */
export function objectCheckLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const keyed = model.additional ? isMap(code`value`, context) : isKeyed(code`value`, context);
  const missed = misses(typeNameOf(context), context);
  const others = otherKeysCheck(model, context);
  const rows = rowLines(model, context);
  if (rows.length + others.length === 0) return returned(anyOf([keyed, test(missed, code`!${missed}`)]));
  return [...required(keyed, code`return ${missed};`), pageLine(model), ...rows, ...others, code`return true;`];
}

/** How many fields a model may have that the check of a union checks itself. */
const leafFields = 8;

/**
 * The checks of a small model without parts of its own, for the check of a union that knows `value` to be an object and
 * `tag` to be right: it makes the benchmark's five shapes 80 bytes smaller. Nothing for other models.
 */
export function leafCheckLines(
  model: ObjectModel<ModelId>,
  tag: string,
  context: EmitContext,
): readonly Code[] | undefined {
  if (model.fields.length > leafFields || model.additional || isClosed(model, context)) return undefined;
  const fields = model.fields.filter(({ localName }) => localName !== tag);
  if (partTypes(model).length > 0 || fields.some(({ type }) => referencesOf(type.value).length > 0)) return undefined;
  const rows = rowLines({ ...model, fields }, context);
  return rows.length === 0 ? [code`return true;`] : [pageLine(model), ...rows, code`return true;`];
}
