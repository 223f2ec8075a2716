import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { checkParameters } from "./check-parameters.js";
import { allOf, anyOf, not, required, returned, test } from "./condition.js";
import { breaksRow, missesAll } from "./expected.js";
import { leave } from "./field-check.js";
import { block } from "./layout.js";
import { membersOf } from "./members.js";
import { partCode, partTypes } from "./parts.js";
import { misses } from "./told.js";
import { countsDepth, hasOwn, isArray, isMap, typeCondition } from "./type-condition.js";
import { typeName } from "./type-name.js";

function missed(type: Type<ModelId>, context: EmitContext): Code {
  return code`return ${misses(typeName(type, context), context)};`;
}

function arrayLines(type: Type<ModelId> & { kind: "array" }, context: EmitContext): readonly Code[] {
  const item = code`value[index]`;
  const holds = test(code`index in value`, code`!(index in value)`);
  const present = admitsUndefined(type.items, context.schema) ? [holds] : [];
  const fits = allOf([...present, typeCondition(type.items, item, context)]);
  const broken = breaksRow(type.items, code`index`, undefined, context);
  return [
    ...required(isArray(code`value`), missed(type, context)),
    ...block(code`for (let index = 0; index < value.length; index++)`, required(anyOf([fits, not(broken)]), leave)),
    code`return true;`,
  ];
}

function mapLines(type: Type<ModelId> & { kind: "map" }, context: EmitContext): readonly Code[] {
  const value = code`value`;
  const fits = typeCondition(type.values, code`value[key]`, context);
  const broken = breaksRow(type.values, code`key`, undefined, context);
  return [
    ...required(isMap(value, context), missed(type, context)),
    // What an object inherits is asked for last: few values fail.
    ...block(
      code`for (const key in value)`,
      required(anyOf([fits, not(hasOwn(value, code`key`)), not(broken)]), leave),
    ),
    code`return true;`,
  ];
}

function partLines(type: Type<ModelId>, context: EmitContext): readonly Code[] {
  if (type.kind === "array") return arrayLines(type, context);
  if (type.kind === "map") return mapLines(type, context);
  const fits = typeCondition(type, code`value`, context);
  return returned(anyOf([fits, missesAll(membersOf(type), typeName(type, context), context)]));
}

/** The functions that check the parts of the context's model. */
export function emitParts(context: EmitContext): readonly Declaration[] {
  return partTypes(context.model).flatMap((type) => {
    const name = partCode(type, context);
    if (!name) return [];
    return [
      {
        kind: "function",
        name,
        docs: code`Checks a part of {@link ${context.typeName(context.model.id)}}.`,
        parameters: checkParameters(countsDepth(type, context), context),
        returns: code`boolean`,
        body: partLines(type, context),
      } as const,
    ];
  });
}
