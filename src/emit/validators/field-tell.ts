import type { Field, ModelId } from "../../model/model.js";
import type { PrimitiveName, Type } from "../../model/type.js";
import { type Code, code, joinCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { anyOf, type Condition, conditionCode, isAlways, not } from "./condition.js";
import { isOptional, isThere, valueCondition } from "./field-check.js";
import { inheritedNames } from "./inherited-names.js";
import { functionOf } from "./inside.js";
import { membersOf } from "./members.js";
import { hasInside } from "./parts.js";
import { placed } from "./subject.js";
import { misses, type Told, toldOf } from "./told.js";
import { typeName } from "./type-name.js";
import { valueType } from "./value-type.js";

/** The only member of a type beside null. */
function soleMember(type: Type<ModelId>): Type<ModelId> | undefined {
  const [only, ...others] = membersOf(type).filter((member) => member !== null);
  return others.length === 0 ? only : undefined;
}

/** The kinds of values that a field may hold beside those of its type. */
function alsoCode(isOptional: boolean, isNullable: boolean): readonly Code[] {
  if (isOptional) return [isNullable ? code`"null | nothing"` : code`"nothing"`];
  return isNullable ? [code`"null"`] : [];
}

/** The kind of the values of a type; none where more than the kind tells. */
function kindOf(type: Type<ModelId>): string | undefined {
  if (type.kind === "primitive") return primitiveKind(type.name);
  return type.kind === "map" && !hasInside(type) ? "object" : undefined;
}

function primitiveKind(name: PrimitiveName): string | undefined {
  switch (name) {
    case "string":
    case "decimal":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
    case "bigint":
      return name;
    case "date":
    case "date-time":
    case "unknown":
      return undefined;
  }
}

/** The call that tells of a field by the kind of its value; nothing where more than the kind tells. */
function kindCall(field: Field<ModelId>, context: EmitContext): Code | undefined {
  const type = valueType(field);
  const only = soleMember(type);
  const kind = only && kindOf(only);
  if (kind === undefined) return undefined;
  const kinds = [kind, ...(membersOf(type).includes(null) ? ["null"] : []), ...(isOptional(field) ? ["nothing"] : [])];
  const [expected, passing] = [typeName(type, context), kinds.join(" | ")];
  const names = [field.localName, expected, ...(passing === expected ? [] : [passing])];
  return tellCall("tellKind", names.map(stringLiteral), context);
}

/** The call that tells of a field by what is inside of its value; nothing where there is no inside. */
function insideCall(field: Field<ModelId>, context: EmitContext): Code | undefined {
  const type = valueType(field);
  const isPart = functionOf(type, "check", context) !== undefined;
  const looked = isPart ? type : soleMember(type);
  const [check, tell] = looked ? [functionOf(looked, "check", context), functionOf(looked, "tell", context)] : [];
  if (!check || !tell) return undefined;
  const also = alsoCode(isOptional(field), !isPart && membersOf(type).includes(null));
  return tellCall("tellInside", [stringLiteral(field.localName), check, tell, ...also], context);
}

/** A call of the shared module that asks and tells of a field: what most fields need. Nothing where a field takes more. */
function simpleCall(field: Field<ModelId>, context: EmitContext): Code | undefined {
  const isExact = isOptional(field) && context.options.optional === "exact";
  if (isExact || inheritedNames.has(field.localName)) return undefined;
  if (admitsUndefined(valueType(field), context.schema)) return undefined;
  return kindCall(field, context) ?? insideCall(field, context);
}

function tellCall(name: string, values: readonly Code[], context: EmitContext): Code {
  return code`${context.sharedName(name, "value")}(${joinCode([code`at`, ...values])});`;
}

/** The call that tells of the value at a key, where a condition does not hold. */
export function tellRow(key: string, holds: Condition, { expected, issueCode }: Told, context: EmitContext): Code {
  const last = issueCode === "type" ? [] : [stringLiteral(issueCode)];
  return tellCall("tellRow", [stringLiteral(key), conditionCode(holds, "pass"), expected, ...last], context);
}

/** What is told of a key that is not there. */
function missingTold(name: string, type: Type<ModelId>, context: EmitContext): Told {
  const expected = typeName(type, context);
  if (!inheritedNames.has(name)) return { expected: stringLiteral(expected), issueCode: "type" };
  // What the object inherits would be taken for the value.
  const missed = misses(expected, context, "type", code`{ ...at, value: undefined }`);
  return { expected: code`(at) => ${missed}`, issueCode: "type" };
}

/** The calls that tell the place where a field of its object breaks its row; none where every value passes. */
export function fieldTellCalls(field: Field<ModelId>, context: EmitContext): readonly Code[] {
  const simple = simpleCall(field, context);
  if (simple) return [simple];
  const type = valueType(field);
  const unlessAlways = (holds: Condition, told: () => Told): readonly Code[] =>
    isAlways(holds) ? [] : [tellRow(field.localName, holds, told(), context)];
  const value = valueCondition(field, placed, context);
  if (isOptional(field)) return unlessAlways(value, () => toldOf(type, context));
  const there = isThere(field, type, placed, context);
  return [
    ...unlessAlways(there, () => missingTold(field.localName, type, context)),
    ...unlessAlways(anyOf([not(there), value]), () => toldOf(type, context)),
  ];
}
