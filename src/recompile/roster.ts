import { indexModels, type ModelIndex } from "../link/model-index.js";
import { type ModelId, modelId } from "../model/model.js";
import type { SchemaLookup } from "../model/schema.js";
import type { NotedModel, Notes } from "./notes.js";
import { type Numbers, numbering } from "./take-notes.js";

/** All models by what no edit changes that may be recompiled: which there are, and what they are called. */
export interface Roster {
  readonly notes: Notes;
  /** By the numbers of the notes. */
  readonly ids: readonly ModelId[];
  readonly numbers: Numbers;
  readonly byId: ReadonlyMap<ModelId, NotedModel>;
  readonly index: ModelIndex;
  readonly names: SchemaLookup["names"];
  readonly recursive: ReadonlySet<ModelId>;
}

/** Calls the roll of the models that notes name. */
export function rosterOf(notes: Notes): Roster {
  const ids = notes.models.map(({ page }) => modelId(page));
  const indexed = notes.models.map(({ page, name, kind }) => ({ id: modelId(page), page, name, kind }));
  return {
    notes,
    ids,
    numbers: numbering(ids),
    byId: new Map(notes.models.map((model) => [modelId(model.page), model])),
    index: indexModels(indexed),
    names: new Map(notes.models.map(({ page, file, type }) => [modelId(page), { file, type }])),
    recursive: new Set(idsOf(notes.recursive, ids)),
  };
}

/** The ids of models that notes call by numbers. */
export function idsOf(numbers: readonly number[], ids: readonly ModelId[]): readonly ModelId[] {
  return numbers.flatMap((number) => ids[number] ?? []);
}
