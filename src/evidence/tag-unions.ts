import type { Model, ModelId } from "../model/model.js";
import type { Schema } from "../model/schema.js";
import { findDiscriminator } from "./discriminator.js";

/** Gives each union the property that tells its members apart, where there is one. */
export function tagUnions(schema: Schema): Schema {
  const tag = (model: Model<ModelId>): Model<ModelId> => {
    const discriminator = model.kind === "union" ? findDiscriminator(model, schema.models) : undefined;
    return discriminator && model.kind === "union" ? { ...model, discriminator } : model;
  };
  return { ...schema, models: new Map([...schema.models].map(([id, model]) => [id, tag(model)])) };
}
