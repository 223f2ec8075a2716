import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";

/** A lookup that makes each model once, where it is asked for. */
export function lookupOf(make: (id: ModelId) => Model<ModelId> | undefined): ModelLookup {
  const made = new Map<ModelId, Model<ModelId> | undefined>();
  return {
    get: (id) => {
      if (!made.has(id)) made.set(id, make(id));
      return made.get(id);
    },
  };
}
