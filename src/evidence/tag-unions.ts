import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup, Schema } from "../model/schema.js";
import { findDiscriminator } from "./discriminator.js";

/** Gives each union the property that tells its members apart, where there is one. */
export function tagUnions(schema: Schema): Schema {
  return { ...schema, models: new Map([...schema.models].map(([id, model]) => [id, tagUnion(model, schema.models)])) };
}

/** Gives a union the property that tells its members apart, where there is one. */
export function tagUnion(model: Model<ModelId>, models: ModelLookup): Model<ModelId> {
  const discriminator = model.kind === "union" ? findDiscriminator(model, models) : undefined;
  return discriminator && model.kind === "union" ? { ...model, discriminator } : model;
}
