import type { EnumModel } from "../../model/model.js";
import type { LiteralValue } from "../../model/type.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { always, anyOf, type Condition, call, returned } from "./condition.js";
import { block, indented } from "./layout.js";
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
  const misses = context.sharedName("misses", "value");
  const isText = values.length === 0 || (open && values.every(({ value }) => typeof value === "string"));
  if (isText) return returned(anyOf([typeOf(code`value`, "string"), call(misses, code`at`, code`"string"`)]));
  const missed = call(misses, code`at`, stringLiteral(valuesName(values)), code`"literal"`);
  if (open || values.length < switchedValues) {
    return returned(anyOf([...values.map(({ value }) => valueCondition(value, open)), missed]));
  }
  const tags = [...new Set(values.map(({ value }) => literalCode(value)))];
  return block(code`switch (value)`, [
    ...tags.map((tag) => code`case ${tag}:`),
    code`  return true;`,
    code`default:`,
    ...indented(returned(missed)),
  ]);
}
