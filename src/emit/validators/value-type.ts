import type { Field, ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";

/** The type of a field's value where the key is there: with null, where the pages know of it. */
export function valueType(field: Field<ModelId>): Type<ModelId> {
  const { type, nullability } = field;
  if (nullability.value !== "yes") return type.value;
  return { kind: "nullable", type: type.value, source: nullability.source };
}
