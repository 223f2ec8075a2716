import type { ExampleValue } from "../model/example.js";
import type { EnumModel } from "../model/model.js";
import type { PrimitiveType } from "../model/type.js";

/** Whether a value is a number where the type is text, or a text where it is a number. */
export function isOtherScalar({ kind }: ExampleValue, { name }: PrimitiveType): boolean {
  if (name === "string") return kind === "number";
  return (name === "number" || name === "integer") && kind === "string";
}

/** Whether a value is of the kind of an enum's values, of texts or of numbers, and none of them. */
export function isOtherValue(value: ExampleValue, { values, open }: EnumModel): boolean {
  if (open || (value.kind !== "string" && value.kind !== "number")) return false;
  return (
    values.some((known) => typeof known.value === value.kind) && !values.some((known) => known.value === value.value)
  );
}
