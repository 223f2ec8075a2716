import type { ExampleValue } from "../model/example.js";
import type { Field, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { Type } from "../model/type.js";
import type { Fits } from "./fits.js";
import { leavesOf } from "./union-leaves.js";

/** The one type of a choice that a value is meant to be of, though it fits none: by its tag, or as the only one of its form. */
export function meantType(
  value: ExampleValue,
  types: readonly Type<ModelId>[],
  models: ModelLookup,
  fits: Fits,
): Type<ModelId> | undefined {
  const like = leavesOf(types, models).filter((type) => isLike(value, type, models));
  const meant = like.length > 1 ? like.filter((type) => isTaggedFor(value, type, models, fits)) : like;
  const [only, ...others] = meant;
  return others.length === 0 ? only : undefined;
}

/** Whether a value and a type that is no union are of one form: both objects, both lists, both neither. */
function isLike({ kind }: ExampleValue, type: Type<ModelId>, models: ModelLookup): boolean {
  if (type.kind === "array") return kind === "array";
  const isObject = type.kind === "map" || (type.kind === "reference" && models.get(type.target)?.kind === "object");
  return isObject ? kind === "object" : kind !== "object" && kind !== "array";
}

/** Whether a type's object has fields of one value alone, and a value has them all. */
function isTaggedFor(value: ExampleValue, type: Type<ModelId>, models: ModelLookup, fits: Fits): boolean {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  if (model?.kind !== "object" || value.kind !== "object") return false;
  const tags = model.fields.filter(({ type: { value: each } }) => {
    const target = each.kind === "reference" ? models.get(each.target) : undefined;
    return each.kind === "literal" || (target?.kind === "enum" && target.values.length === 1);
  });
  const has = (tag: Field<ModelId>): boolean =>
    value.entries.some((entry) => entry.key === tag.name && fits(entry.value, tag.type.value));
  return tags.length > 0 && tags.every(has);
}
