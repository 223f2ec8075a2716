import { leavesOf } from "../../evidence/union-leaves.js";
import type { ExampleValue } from "../../model/example.js";
import type { EnumModel, ModelId } from "../../model/model.js";
import type { ModelLookup } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import { matchKeys, type ObjectValue } from "./match-keys.js";

/** The one type of a union that a value can be of, in the form of its value, by its tags, or by its keys. */
export function meantLeaf(
  value: ExampleValue,
  types: readonly Type<ModelId>[],
  models: ModelLookup,
): Type<ModelId> | undefined {
  const like = leavesOf(types, models).filter((type) => isOfForm(value, type, models));
  if (like.length < 2 || value.kind !== "object") return like.length === 1 ? like[0] : undefined;
  const tagged = like.filter((type) => isTagged(value, type, models));
  if (tagged.length < 2) return tagged[0];
  const whole = tagged.filter((type) => isWhole(value, type, models));
  return whole.length === 1 ? whole[0] : undefined;
}

function isOfForm(value: ExampleValue, type: Type<ModelId>, models: ModelLookup): boolean {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  switch (value.kind) {
    case "object":
      return type.kind === "map" || model?.kind === "object";
    case "array":
      return type.kind === "array";
    default:
      if (model?.kind === "enum") return hasValuesLike(model, value);
      return type.kind !== "map" && type.kind !== "array" && model?.kind !== "object";
  }
}

function hasValuesLike({ values }: EnumModel, { kind }: ExampleValue): boolean {
  return values.some(({ value }) => typeof value === kind);
}

/** Whether no field that admits few values alone has another one. */
function isTagged(value: ObjectValue, type: Type<ModelId>, models: ModelLookup): boolean {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  if (model?.kind !== "object") return true;
  return [...matchKeys(value, model).entries].every(([at, entry]) => {
    const field = model.fields[at]?.type.value;
    if (field?.kind === "literal") return "value" in entry.value && entry.value.value === field.value;
    const target = field?.kind === "reference" ? models.get(field.target) : undefined;
    if (target?.kind !== "enum" || target.open || target.values.length > 1) return true;
    return target.values.some((one) => "value" in entry.value && entry.value.value === one.value);
  });
}

/** Whether all keys of a value are fields, and all fields that must be there are. */
function isWhole(value: ObjectValue, type: Type<ModelId>, models: ModelLookup): boolean {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  if (model?.kind !== "object") return true;
  const { entries, extra } = matchKeys(value, model);
  const isComplete = model.fields.every(({ presence }, at) => presence.value !== "required" || entries.has(at));
  return isComplete && (extra.length === 0 || model.additional !== undefined);
}
