import type { Field, ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, elementAccess, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { always, anyOf, type Condition, isAlways, not, required, test } from "./condition.js";
import { breaksRow } from "./expected.js";
import { inheritedNames } from "./inherited-names.js";
import { membersOf } from "./members.js";
import { breaks } from "./told.js";
import { hasOwn, isUndefined, typeCondition } from "./type-condition.js";
import { typeName } from "./type-name.js";
import { valueType } from "./value-type.js";

/** What a check does with a value that fails. */
export const leave: Code = code`return false;`;

/** Whether a key may be left out. */
export function isOptional(field: Field<ModelId>): boolean {
  return field.presence.value !== "required";
}

/** Whether an object has a property: its own, where every object inherits one of that name. */
export function isPresent(object: Code, name: string): Condition {
  const key = stringLiteral(name);
  if (inheritedNames.has(name)) return hasOwn(object, key);
  return test(code`${key} in ${object}`, code`!(${key} in ${object})`);
}

/** The condition under which an optional field is left out. */
function isAbsent(field: Field<ModelId>, object: Code, context: EmitContext): Condition {
  const absent = not(isPresent(object, field.localName));
  if (context.options.optional === "exact") return absent;
  const holdsNothing = isUndefined(elementAccess(object, field.localName));
  return inheritedNames.has(field.localName) ? anyOf([absent, holdsNothing]) : holdsNothing;
}

/** The condition under which a required field is there, where its type alone would not tell. */
function isThere(field: Field<ModelId>, type: Type<ModelId>, object: Code, context: EmitContext): Condition {
  const told = !inheritedNames.has(field.localName) && !admitsUndefined(type, context.schema);
  return told ? always : isPresent(object, field.localName);
}

/** The condition that an optional field meets. */
function optionalCondition(field: Field<ModelId>, object: Code, value: Condition, context: EmitContext): Condition {
  const absent = isAbsent(field, object, context);
  // Reading costs less than asking for the key, and most keys that are asked for hold a value.
  const readFirst = context.options.optional === "exact" && !inheritedNames.has(field.localName);
  return anyOf(readFirst ? [value, absent] : [absent, value]);
}

/** What tells of a field that does not meet a condition; nothing where every value does. */
function unlessTold(condition: Condition, told: () => Condition): readonly Code[] {
  return isAlways(condition) ? [] : required(anyOf([condition, not(told())]), leave);
}

/** The check of a field of an object; nothing where every value passes. */
export function fieldCheck(field: Field<ModelId>, object: Code, context: EmitContext): readonly Code[] {
  const type = valueType(field);
  const [key, line] = [stringLiteral(field.localName), field.place.start.line];
  const value = typeCondition(type, elementAccess(object, field.localName), context);
  const broken = (): Condition => breaksRow(type, key, line, context);
  if (isOptional(field)) return unlessTold(optionalCondition(field, object, value, context), broken);
  const there = isThere(field, type, object, context);
  const missing = (): Condition => breaks(key, stringLiteral(typeName(type, context)), context, line, "missing");
  return [...unlessTold(there, missing), ...unlessTold(anyOf([not(there), value]), broken)];
}

/** Where a field's check stands: required before optional, and what costs little first. */
export function checkRank(field: Field<ModelId>): number {
  const costs = membersOf(valueType(field)).map((member) => (member === null ? 0 : costOf(member)));
  return (isOptional(field) ? 10 : 0) + Math.max(0, ...costs);
}

function costOf(type: Type<ModelId>): number {
  switch (type.kind) {
    case "literal":
      return 0;
    case "primitive":
    case "platform":
    case "stream":
      return 1;
    case "external":
    case "reference":
      return 2;
    case "array":
    case "map":
      return 3;
    case "union":
    case "nullable":
      return Math.max(0, ...membersOf(type).map((member) => (member === null ? 0 : costOf(member))));
  }
}
