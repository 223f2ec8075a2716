import type { ModelId } from "../../model/model.js";
import { type LiteralValue, type PrimitiveName, referencesOf, type Type } from "../../model/type.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { always, anyOf, type Condition, call, test } from "./condition.js";
import { membersOf } from "./members.js";
import { partCode } from "./parts.js";

/** `subject === value` */
export function equals(subject: Code, value: Code): Condition {
  return test(code`${subject} === ${value}`, code`${subject} !== ${value}`);
}

/** Whether a value is of a type that `typeof` names. */
export function typeOf(subject: Code, name: Exclude<LiteralValue, number | boolean>): Condition {
  return equals(code`typeof ${subject}`, stringLiteral(name));
}

/** Whether a value is a number other than NaN and the infinities. */
export function isNumber(subject: Code): Condition {
  return call(code`Number.isFinite`, subject);
}

/** Whether a value is an array. */
export function isArray(subject: Code): Condition {
  return call(code`Array.isArray`, subject);
}

/** Whether a value is undefined. */
export function isUndefined(subject: Code): Condition {
  return equals(subject, code`undefined`);
}

/** `Object.hasOwn(object, key)` */
export function hasOwn(object: Code, key: Code): Condition {
  return call(code`Object.hasOwn`, object, key);
}

/** Whether a value is an object that may have fields. */
export function isKeyed(subject: Code, context: EmitContext): Condition {
  return call(context.sharedName("isKeyed", "value"), subject);
}

/** Whether a value is an object that may hold values by keys. */
export function isMap(subject: Code, context: EmitContext): Condition {
  return call(context.sharedName("isMap", "value"), subject);
}

/** The function of the shared module that checks a date in one of its forms. */
export function dateCheck(name: "date" | "date-time", { sharedName, options }: EmitContext): Code {
  if (name === "date") return sharedName("checkDate", "value");
  return sharedName(options.dates === "Date" ? "checkDateObject" : "checkDateTime", "value");
}

function primitiveCondition(name: PrimitiveName, subject: Code, context: EmitContext): Condition {
  switch (name) {
    case "string":
    case "decimal":
      return typeOf(subject, "string");
    case "number":
    case "integer":
      return isNumber(subject);
    case "boolean":
    case "bigint":
      return typeOf(subject, name);
    case "date":
    case "date-time":
      return call(dateCheck(name, context), subject);
    case "unknown":
      return always;
  }
}

/** Whether a check of the context's model counts depth for a type: both may hold values of themselves. */
export function countsDepth(type: Type<ModelId>, { schema, model }: EmitContext): boolean {
  return schema.recursive.has(model.id) && referencesOf(type).some((target) => schema.recursive.has(target));
}

/**
 * How many values contain what a check of the type is handed, where that check counts them: one more than the checked
 * value, unless it is the same, which a union or an alias hands on.
 */
export function depthWithin(type: Type<ModelId>, subject: Code, context: EmitContext): Code | undefined {
  if (countsDepth(type, context)) return subject === code`value` ? code`depth` : code`depth + 1`;
  return type.kind === "reference" && context.schema.recursive.has(type.target) ? code`0` : undefined;
}

/** The call of a function that checks the same value, or one inside of it. */
function checkCall(name: Code, type: Type<ModelId>, subject: Code, context: EmitContext): Condition {
  const depth = depthWithin(type, subject, context);
  return depth ? call(name, subject, code`undefined`, depth) : call(name, subject);
}

/** The conditions of the members of a union, the cheap ones first. */
function memberConditions(type: Type<ModelId>, subject: Code, context: EmitContext): readonly Condition[] {
  const isCall = (member: Type<ModelId> | null): number =>
    Number(member?.kind === "reference" || member?.kind === "array");
  return membersOf(type)
    .toSorted((a, b) => isCall(a) - isCall(b))
    .map((member) => (member === null ? equals(subject, code`null`) : typeCondition(member, subject, context)));
}

/** The expression that tells whether a value inside the checked one is of a type. */
export function typeCondition(type: Type<ModelId>, subject: Code, context: EmitContext): Condition {
  switch (type.kind) {
    case "primitive":
      return primitiveCondition(type.name, subject, context);
    case "literal":
      return equals(subject, literalCode(type.value));
    case "platform":
      return call(context.sharedName("comesFrom", "value"), subject, stringLiteral(type.name));
    case "stream":
      return call(context.sharedName("comesFrom", "value"), subject, code`"ReadableStream"`);
    case "external":
      if (type.guard === undefined) return always;
      return call(context.externalName(type.guard, type.from, "value"), subject);
    case "array":
    case "map": {
      const part = partCode(type, context);
      if (part) return checkCall(part, type, subject, context);
      if (type.kind === "array") throw new Error(`no check for an array in ${context.model.id}`);
      return isMap(subject, context);
    }
    case "union":
    case "nullable":
      return anyOf(memberConditions(type, subject, context));
    case "reference":
      return checkCall(context.valueName(type.target, "check"), type, subject, context);
  }
}
