import type { ModelId } from "../../model/model.js";
import { type LiteralValue, type PrimitiveName, referencesOf, type Type } from "../../model/type.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { always, anyOf, type Condition, call, test } from "./condition.js";
import { membersOf } from "./members.js";
import { partCode } from "./parts.js";
import type { Subject } from "./subject.js";

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

/** The function of the shared module that checks or tells a date in one of its forms. */
export function dateFunction(
  name: "date" | "date-time",
  by: "check" | "tell",
  { sharedName, options }: EmitContext,
): Code {
  const form = name === "date" ? "Date" : options.dates === "Date" ? "DateObject" : "DateTime";
  return sharedName(`${by}${form}`, "value");
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
      return call(dateFunction(name, "check", context), subject);
    case "unknown":
      return always;
  }
}

/** Whether a check of the context's model counts depth for a type: both may hold values of themselves. */
export function countsDepth(type: Type<ModelId>, { schema, model }: EmitContext): boolean {
  return schema.recursive.has(model.id) && referencesOf(type).some((target) => schema.recursive.has(target));
}

/** The call of a function that checks a value; it is told how many values contain this one where it counts them. */
function checkCall(name: Code, type: Type<ModelId>, { code: value, depth }: Subject, context: EmitContext): Condition {
  if (countsDepth(type, context)) return call(name, value, depth);
  const begins = type.kind === "reference" && context.schema.recursive.has(type.target);
  return begins ? call(name, value, code`0`) : call(name, value);
}

/** The conditions of the members of a union, the cheap ones first. */
function memberConditions(type: Type<ModelId>, subject: Subject, context: EmitContext): readonly Condition[] {
  const isCall = (member: Type<ModelId> | null): number =>
    Number(member?.kind === "reference" || member?.kind === "array");
  return membersOf(type)
    .toSorted((a, b) => isCall(a) - isCall(b))
    .map((member) => (member === null ? equals(subject.code, code`null`) : typeCondition(member, subject, context)));
}

/** The expression that tells whether a value is of a type. */
export function typeCondition(type: Type<ModelId>, subject: Subject, context: EmitContext): Condition {
  const { code: value } = subject;
  switch (type.kind) {
    case "primitive":
      return primitiveCondition(type.name, value, context);
    case "literal":
      return equals(value, literalCode(type.value));
    case "platform":
      return call(context.sharedName("comesFrom", "value"), value, stringLiteral(type.name));
    case "stream":
      return call(context.sharedName("comesFrom", "value"), value, code`"ReadableStream"`);
    case "external":
      if (type.guard === undefined) return always;
      return call(context.externalName(type.guard, type.from, "value"), value);
    case "array":
    case "map": {
      const part = partCode(type, "check", context);
      if (part) return checkCall(part, type, subject, context);
      if (type.kind === "array") throw new Error(`no check for an array in ${context.model.id}`);
      return isMap(value, context);
    }
    case "union":
    case "nullable":
      return anyOf(memberConditions(type, subject, context));
    case "reference":
      return checkCall(context.valueName(type.target, "check"), type, subject, context);
  }
}
