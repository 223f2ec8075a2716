import type { Fact } from "../model/fact.js";
import type { Field, Model, ModelId, Nullability, Presence } from "../model/model.js";
import type { Schema } from "../model/schema.js";

/** What is taken of facts that no page states. */
export interface Policy {
  readonly nulls: "documented" | "optional";
}

/** Decides, in this one place, what the pages leave open: presence, null and open questions of the configuration. */
export function applyPolicy(schema: Schema, policy: Policy): Schema {
  const models = [...schema.models].map(([id, model]) => [id, decideModel(model, policy)] as const);
  return { ...schema, models: new Map(models) };
}

/** Decides what the page of a model leaves open. */
export function decideModel(model: Model<ModelId>, policy: Policy): Model<ModelId> {
  return model.kind === "object"
    ? { ...model, fields: model.fields.map((field) => decideField(field, policy)) }
    : model;
}

function decideField(field: Field<ModelId>, policy: Policy): Field<ModelId> {
  const presence = field.presence.value === "unknown" ? byPolicy<Presence>("optional") : field.presence;
  const admitted = policy.nulls === "optional" && presence.value === "optional" ? "yes" : "no";
  const { value, source } = field.nullability;
  const isDecided = value === "yes" || source.origin === "override";
  const isOpen = value === "unknown" || (!isDecided && admitted === "yes");
  return { ...field, presence, nullability: isOpen ? byPolicy<Nullability>(admitted) : field.nullability };
}

function byPolicy<Value>(value: Value): Fact<Value> {
  return { value, source: { origin: "policy" } };
}
