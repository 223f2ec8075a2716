import type { PageTraits } from "../diagnostics/collect.js";
import type { EmittedFile } from "../emit/declaration.js";
import { tallyOptional } from "../evidence/optional-nulls.js";
import { type Model, type ModelId, modelId } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import type { FinalModels } from "./final-models.js";
import type { NotedModel, Notes } from "./notes.js";
import type { RenewedChecks } from "./renew-checks.js";
import type { RenewedSightings } from "./renew-sightings.js";
import type { Roster } from "./roster.js";
import { noteSightings } from "./take-notes.js";

/** What a recompile made anew. */
export interface Renewal {
  readonly edited: ReadonlyMap<ModelId, Model<ModelId>>;
  readonly sightings: RenewedSightings;
  readonly emitted: ReadonlyMap<ModelId, EmittedFile>;
  readonly final: FinalModels;
  readonly checks: RenewedChecks;
  readonly traits: PageTraits;
}

/** The notes with what was made anew. */
export function renewNotes(roster: Roster, renewal: Renewal): Notes {
  return { ...roster.notes, models: roster.notes.models.map((noted) => renewNoted(noted, roster, renewal)) };
}

function renewNoted(noted: NotedModel, { numbers }: Roster, renewal: Renewal): NotedModel {
  const { edited, sightings, emitted, final, checks, traits } = renewal;
  const id = modelId(noted.page);
  const model = edited.get(id);
  const search = sightings.searches.get(id);
  const file = emitted.get(id);
  const checked = checks.checked.get(id);
  if (!model && !search && !file && !checked) return noted;
  return {
    ...noted,
    ...(model && {
      references: numbers(new Set(modelReferences(model))),
      optional: tallyOptional(model),
      toldByAll: traits.toldByAll.has(noted.page),
      heeded: traits.heeded.has(noted.page),
    }),
    ...(search && { searched: numbers(search.consulted), sightings: noteSightings(search, numbers) }),
    ...(checked && { checked: numbers(checked) }),
    ...(file && { consulted: numbers(new Set([...final.taggedBy(id), ...file.consulted])) }),
  };
}
