import type { EnumModel } from "../../model/model.js";
import type { LiteralValue } from "../../model/type.js";
import { type Code, code, literalCode } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { always, anyOf, type Condition, returned } from "./condition.js";
import { block } from "./layout.js";
import { checked } from "./subject.js";
import { misses } from "./told.js";
import { equals, isNumber, typeOf } from "./type-condition.js";

/** From how many values on a check switches. */
const switchedValues = 9;

/** Whether an enum is any text: an open one whose values are texts, or are not known. */
function isText({ values, open }: EnumModel): boolean {
  return open && values.every(({ value }) => typeof value === "string");
}

function valueCondition(known: LiteralValue, open: boolean): Condition {
  if (open && typeof known === "number") return isNumber(checked.code);
  return open && typeof known === "string" ? typeOf(checked.code, "string") : equals(checked.code, literalCode(known));
}

/** The body of the check of an enum model. */
export function enumCheckLines(model: EnumModel): readonly Code[] {
  const { values, open } = model;
  if (isText(model)) return returned(typeOf(checked.code, "string"));
  if (values.length === 0) return returned(always);
  if (open || values.length < switchedValues)
    return returned(anyOf(values.map(({ value }) => valueCondition(value, open))));
  const tags = [...new Set(values.map(({ value }) => literalCode(value)))];
  return block(code`switch (value)`, [
    ...tags.map((tag) => code`case ${tag}:`),
    code`  return true;`,
    code`default:`,
    code`  return false;`,
  ]);
}

/** How many values an issue lists. */
const listedValues = 12;

/** The values as TypeScript writes their union. */
function valuesName({ values }: EnumModel): string {
  const listed = [...new Set(values.map(({ value }) => JSON.stringify(value)))];
  return [...listed.slice(0, listedValues), ...(listed.length > listedValues ? ["…"] : [])].join(" | ");
}

/** The body of the tell of an enum model. */
export function enumTellLines(model: EnumModel, context: EmitContext): readonly Code[] {
  if (isText(model)) return [code`${misses("string", context)};`];
  const name = model.values.length === 0 ? "unknown" : valuesName(model);
  return [code`${misses(name, context, "literal")};`];
}
