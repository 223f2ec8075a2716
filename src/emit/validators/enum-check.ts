import type { EnumModel } from "../../model/model.js";
import type { LiteralValue } from "../../model/type.js";
import { type Code, code, literalCode } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { always, anyOf, type Condition, returned, test } from "./condition.js";
import { block, indented } from "./layout.js";
import { misses } from "./told.js";
import { equals, isNumber, typeOf } from "./type-condition.js";

/** From how many values on a check switches. */
const switchedValues = 9;

function valueCondition(known: LiteralValue, open: boolean): Condition {
  const value = code`value`;
  if (open && typeof known === "string") return typeOf(value, "string");
  if (open && typeof known === "number") return isNumber(value);
  return equals(value, literalCode(known));
}

/** How many values an issue lists. */
const listedValues = 12;

/** The values as TypeScript writes their union. */
function valuesName(values: EnumModel["values"]): string {
  const listed = [...new Set(values.map(({ value }) => JSON.stringify(value)))];
  return [...listed.slice(0, listedValues), ...(listed.length > listedValues ? ["…"] : [])].join(" | ");
}

/** The body of the check of an enum model. */
export function enumCheckLines({ values, open }: EnumModel, context: EmitContext): readonly Code[] {
  if (values.length === 0 && !open) return returned(always);
  const isText = values.length === 0 || (open && values.every(({ value }) => typeof value === "string"));
  const missed = isText ? misses("string", context) : misses(valuesName(values), context, "literal");
  const told = test(missed, code`!${missed}`);
  if (isText) return returned(anyOf([typeOf(code`value`, "string"), told]));
  if (open || values.length < switchedValues) {
    return returned(anyOf([...values.map(({ value }) => valueCondition(value, open)), told]));
  }
  const tags = [...new Set(values.map(({ value }) => literalCode(value)))];
  return block(code`switch (value)`, [
    ...tags.map((tag) => code`case ${tag}:`),
    code`  return true;`,
    code`default:`,
    ...indented(returned(told)),
  ]);
}
