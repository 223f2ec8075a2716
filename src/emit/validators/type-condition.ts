import type { ModelId } from "../../model/model.js";
import { type LiteralValue, type PrimitiveName, referencesOf, type Type } from "../../model/type.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { allOf, always, anyOf, type Condition, call, isAlways, not, test } from "./condition.js";

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

/** Whether a value is an object that may have fields. */
export function isKeyed(subject: Code): Condition {
  return allOf([typeOf(subject, "object"), not(equals(subject, code`null`)), not(isArray(subject))]);
}

/** Whether a value is an object that may hold values by keys: a Date has fields, but TypeScript takes it for no map. */
export function isMap(subject: Code, context: EmitContext): Condition {
  return allOf([isKeyed(subject), not(call(context.sharedName("comesFromDate", "value"), subject))]);
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
      return call(context.sharedName("textIsDate", "value"), subject);
    case "date-time": {
      const check = context.options.dates === "Date" ? "dateIsValid" : "textIsDateTime";
      return call(context.sharedName(check, "value"), subject);
    }
    case "unknown":
      return always;
  }
}

/** Whether the model of a file counts depth for a model that it refers to. */
function countsDepth(target: ModelId, { schema, model }: EmitContext): boolean {
  return schema.recursive.has(model.id) && schema.recursive.has(target);
}

function referenceCondition(target: ModelId, subject: Code, context: EmitContext): Condition {
  if (!countsDepth(target, context)) return call(context.valueName(target, "guard"), subject);
  return call(context.valueName(target, "guardWithin"), subject, code`depth + 1`);
}

/** The parts of a union, null beside them, with inner unions taken apart. */
export function membersOf(type: Type<ModelId>): readonly (Type<ModelId> | null)[] {
  if (type.kind === "union") return type.members.flatMap(membersOf);
  return type.kind === "nullable" ? [null, ...membersOf(type.type)] : [type];
}

/**
 * The members of a union that may only be tried while there are retries: an earlier one that takes the same values
 * may have gone just as deep. No value is both an array and something else.
 */
export function retriedMembers(
  members: readonly (Type<ModelId> | null)[],
  context: EmitContext,
): ReadonlySet<Type<ModelId> | null> {
  const deep = members.filter((member) => {
    return member !== null && referencesOf(member).some((target) => countsDepth(target, context));
  });
  const arrays = deep.filter((member) => member?.kind === "array");
  const others = deep.filter((member) => member?.kind !== "array");
  return new Set([...arrays.slice(1), ...others.slice(1)]);
}

/** Whether the check may try another recursive member. */
export function retryCondition(context: EmitContext): Condition {
  return call(context.sharedName("mayRetry", "value"));
}

/** The conditions of those members of a union that need no loop, the cheap ones first. */
export function memberConditions(
  members: readonly (Type<ModelId> | null)[],
  subject: Code,
  context: EmitContext,
): readonly Condition[] {
  const retried = retriedMembers(members, context);
  const cheapFirst = members.toSorted((a, b) => Number(a?.kind === "reference") - Number(b?.kind === "reference"));
  return cheapFirst.flatMap((member) => {
    if (member === null) return [equals(subject, code`null`)];
    const condition = typeCondition(member, subject, context);
    if (condition === undefined) return [];
    return [retried.has(member) ? allOf([retryCondition(context), condition]) : condition];
  });
}

/** The expression that tells whether a value is of a type; undefined for types that need a loop. */
export function typeCondition(type: Type<ModelId>, subject: Code, context: EmitContext): Condition | undefined {
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
      return undefined;
    case "map": {
      const values = typeCondition(type.values, subject, context);
      return values !== undefined && isAlways(values) ? isMap(subject, context) : undefined;
    }
    case "union":
    case "nullable": {
      const members = membersOf(type);
      const conditions = memberConditions(members, subject, context);
      return conditions.length === members.length ? anyOf(conditions) : undefined;
    }
    case "reference":
      return referenceCondition(type.target, subject, context);
  }
}
