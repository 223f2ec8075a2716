import type { Field, ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { type Code, code, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { admitsUndefined } from "./admits-undefined.js";
import { allOf, always, anyOf, type Condition, not, test } from "./condition.js";
import { inheritedNames } from "./inherited-names.js";
import { membersOf } from "./members.js";
import { member, type Whole } from "./subject.js";
import { hasOwn, isUndefined, typeCondition } from "./type-condition.js";
import { valueType } from "./value-type.js";

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
function isAbsent(field: Field<ModelId>, object: Whole, context: EmitContext): Condition {
  const absent = not(isPresent(object.code, field.localName));
  if (context.options.optional === "exact") return absent;
  const holdsNothing = isUndefined(member(object, field.localName).code);
  return inheritedNames.has(field.localName) ? anyOf([absent, holdsNothing]) : holdsNothing;
}

/** The condition under which a required field is there, where its type alone would not tell. */
export function isThere(field: Field<ModelId>, type: Type<ModelId>, object: Whole, { schema }: EmitContext): Condition {
  const told = !inheritedNames.has(field.localName) && !admitsUndefined(type, schema);
  return told ? always : isPresent(object.code, field.localName);
}

/** The condition that the value of a field meets, or that of an optional one which is left out. */
export function valueCondition(field: Field<ModelId>, object: Whole, context: EmitContext): Condition {
  const fits = typeCondition(valueType(field), member(object, field.localName), context);
  if (!isOptional(field)) return fits;
  const absent = isAbsent(field, object, context);
  // Reading costs less than asking for the key, and most keys that are asked for hold a value.
  const readFirst = context.options.optional === "exact" && !inheritedNames.has(field.localName);
  return anyOf(readFirst ? [fits, absent] : [absent, fits]);
}

/** The condition that a field of an object meets. */
export function fieldCondition(field: Field<ModelId>, object: Whole, context: EmitContext): Condition {
  const value = valueCondition(field, object, context);
  return isOptional(field) ? value : allOf([isThere(field, valueType(field), object, context), value]);
}

/** Where a field's check stands: required before optional, and what costs little first. */
export function checkRank(field: Field<ModelId>): number {
  const costs = membersOf(valueType(field)).map((each) => (each === null ? 0 : costOf(each)));
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
      return Math.max(0, ...membersOf(type).map((each) => (each === null ? 0 : costOf(each))));
  }
}
