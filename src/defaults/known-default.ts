import type { Field, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import { fitsJson } from "./fits-json.js";
import { jsonTextOf } from "./json-text.js";

/** The default of a field as JSON text; nothing where it has none, or one that its type does not admit. */
export function knownDefault(field: Field<ModelId>, models: ModelLookup): string | undefined {
  return field.default && fitsField(field, models) ? jsonTextOf(field.default.value) : undefined;
}

/** Whether the default of a field, where it has one, is what its type admits. */
export function fitsField({ default: known, nullability, type }: Field<ModelId>, models: ModelLookup): boolean {
  if (!known || (known.value.kind === "null" && nullability.value === "yes")) return true;
  return jsonTextOf(known.value) !== undefined && fitsJson(known.value, type.value, models);
}
