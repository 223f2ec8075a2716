import type { EnumModel } from "../../model/model.js";
import type { LiteralValue } from "../../model/type.js";
import { type Code, code, literalCode } from "../code.js";
import { always, anyOf, type Condition, returned } from "./condition.js";
import { block } from "./layout.js";
import { equals, isNumber, typeOf } from "./type-condition.js";

/** From how many values on a guard switches. */
const switchedValues = 9;

function valueCondition(known: LiteralValue, open: boolean): Condition {
  const value = code`value`;
  if (open && typeof known === "string") return typeOf(value, "string");
  if (open && typeof known === "number") return isNumber(value);
  return equals(value, literalCode(known));
}

/** The body of the guard of an enum model. */
export function enumGuardLines({ values, open }: EnumModel): readonly Code[] {
  if (values.length === 0) return returned(open ? typeOf(code`value`, "string") : always);
  if (open || values.length < switchedValues) {
    return returned(anyOf(values.map(({ value }) => valueCondition(value, open))));
  }
  const tags = [...new Set(values.map(({ value }) => literalCode(value)))];
  return block(code`switch (value)`, [
    ...tags.map((tag) => code`case ${tag}:`),
    code`  return true;`,
    code`default:`,
    code`  return false;`,
  ]);
}
