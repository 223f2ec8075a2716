import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, joinCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { conditionCode, isAlways } from "./condition.js";
import { functionOf, insideTell } from "./inside.js";
import { membersOf } from "./members.js";
import { hasInside } from "./parts.js";
import { checked } from "./subject.js";
import { misses, toldOf } from "./told.js";
import { countsDepth, typeCondition } from "./type-condition.js";
import { typeName } from "./type-name.js";

/** The function that checks the items of an array, or the values of a map. */
function eachCheck(type: Type<ModelId>, context: EmitContext): Code {
  const own = functionOf(type, "check", context);
  if (own) return own;
  const fits = typeCondition(type, checked, context);
  if (isAlways(fits)) return code`() => true`;
  const parameters = countsDepth(type, context) ? code`value, depth` : code`value`;
  return code`(${parameters}) => ${conditionCode(fits, "pass")}`;
}

/** The call that tells of all items of an array, or of all values of a map. */
function tellEach(isLike: Code, name: string, each: Type<ModelId>, context: EmitContext): Code {
  const { expected, issueCode } = toldOf(each, context);
  const last = issueCode === "type" ? [] : [stringLiteral(issueCode)];
  const values = [code`at`, isLike, stringLiteral(name), eachCheck(each, context), expected, ...last];
  return code`${context.sharedName("tellEach", "value")}(${joinCode(values)});`;
}

/** The call that tells that the whole value is none of some types: by the closest of them. */
function tellClosest(type: Type<ModelId>, name: string, context: EmitContext): Code {
  const tells = membersOf(type).flatMap((member) => (member === null ? [] : (insideTell(member, context) ?? [])));
  if (tells.length === 0) return code`${misses(name, context, "union")};`;
  const list = code`[${joinCode([...new Set(tells)])}]`;
  return code`${context.sharedName("closest", "value")}(at, ${stringLiteral(name)}, ${list});`;
}

/** The body of a tell of a type, which issues call by a name. */
export function typeTellLines(
  type: Type<ModelId>,
  context: EmitContext,
  name: string = typeName(type, context),
): readonly Code[] {
  if (type.kind === "reference") return [code`${context.valueName(type.target, "tell")}(at);`];
  if (type.kind === "array") return [tellEach(code`Array.isArray`, name, type.items, context)];
  if (type.kind === "map" && hasInside(type))
    return [tellEach(context.sharedName("isMap", "value"), name, type.values, context)];
  return [tellClosest(type, name, context)];
}
