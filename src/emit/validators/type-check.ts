import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { allOf, anyOf, not, required, returned, test } from "./condition.js";
import { block } from "./layout.js";
import { leave } from "./object-check.js";
import { hasInside } from "./parts.js";
import { checked, inside } from "./subject.js";
import { hasOwn, isArray, isMap, typeCondition } from "./type-condition.js";

function arrayLines(items: Type<ModelId>, context: EmitContext): readonly Code[] {
  const holds = test(code`index in value`, code`!(index in value)`);
  const present = admitsUndefined(items, context.schema) ? [holds] : [];
  const fits = allOf([...present, typeCondition(items, inside(checked, code`value[index]`), context)]);
  return [
    ...required(isArray(checked.code), leave),
    ...block(code`for (let index = 0; index < value.length; index++)`, required(fits, leave)),
    code`return true;`,
  ];
}

function mapLines(values: Type<ModelId>, context: EmitContext): readonly Code[] {
  const fits = typeCondition(values, inside(checked, code`value[key]`), context);
  return [
    ...required(isMap(checked.code, context), leave),
    // What an object inherits is asked for last: few values fail.
    ...block(code`for (const key in value)`, required(anyOf([fits, not(hasOwn(checked.code, code`key`))]), leave)),
    code`return true;`,
  ];
}

/** The body of a check of a type. */
export function typeCheckLines(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  if (type.kind === "array") return arrayLines(type.items, context);
  if (type.kind === "map" && hasInside(type)) return mapLines(type.values, context);
  return returned(typeCondition(type, checked, context));
}
