import { withSightings } from "../evidence/apply-sightings.js";
import { decideModel, type Policy } from "../evidence/policy.js";
import type { Seen } from "../evidence/slots.js";
import { tagUnion } from "../evidence/tag-unions.js";
import { notingLookup } from "../model/consulted.js";
import type { ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import { lookupOf } from "./lookup.js";

/** Models as they are emitted. */
export interface FinalModels {
  readonly models: ModelLookup;
  /** The models that were looked at to tag a union. */
  readonly taggedBy: (id: ModelId) => Iterable<ModelId>;
}

/** What evidence and policy make of linked models, each where it is asked for. */
export function finalModels(linked: ModelLookup, seenIn: (id: ModelId) => Seen, policy: Policy): FinalModels {
  const decided = lookupOf((id) => {
    const model = linked.get(id);
    const seen = seenIn(id);
    return model && decideModel(seen.size > 0 ? withSightings(model, seen) : model, policy);
  });
  const taggedBy = new Map<ModelId, Iterable<ModelId>>();
  const models = lookupOf((id) => {
    const model = decided.get(id);
    const lookup = notingLookup(decided);
    taggedBy.set(id, lookup.consulted);
    return model && tagUnion(model, lookup);
  });
  return { models, taggedBy: (id) => taggedBy.get(id) ?? [] };
}
