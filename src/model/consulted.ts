import type { ModelId } from "./model.js";
import type { ModelLookup } from "./schema.js";

/** Finds models and remembers which it was asked for: what is made with it depends on these alone. */
export interface NotingLookup extends ModelLookup {
  readonly consulted: ReadonlySet<ModelId>;
}

/** Makes a lookup that remembers what it was asked for. */
export function notingLookup(models: ModelLookup): NotingLookup {
  const consulted = new Set<ModelId>();
  return {
    consulted,
    get: (id) => {
      consulted.add(id);
      return models.get(id);
    },
  };
}
