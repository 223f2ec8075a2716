import type { ModelId, ObjectModel } from "../model/model.js";
import { isUnknown, type Type, unknownType } from "../model/type.js";

/**
 * What the keys of a model may hold that no field names. An index signature speaks of the declared keys too, so it
 * takes in their types, and the validators take in what it does.
 */
export function indexTypeOf({ additional, fields }: ObjectModel<ModelId>): Type<ModelId> | undefined {
  if (!additional) return undefined;
  const declared = fields.map(({ type, nullability }): Type<ModelId> => {
    if (nullability.value !== "yes") return type.value;
    return { kind: "nullable", type: type.value, source: nullability.source };
  });
  const members = [additional.value, ...declared];
  if (members.some(isUnknown)) return unknownType;
  const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  return distinct.length === 1 ? additional.value : { kind: "union", members: distinct };
}
