import type { Link } from "../model/link.js";
import type { Model, ModelId } from "../model/model.js";
import { fileOf } from "../model/path.js";

/** What links may say of a model. */
export type IndexedModel = Pick<Model<Link>, "id" | "page" | "name" | "kind">;

/** The models by what a link may say of them. */
export interface ModelIndex {
  readonly byPage: ReadonlyMap<string, ModelId>;
  readonly byId: ReadonlyMap<ModelId, IndexedModel>;
  /** File name, in lower case → the pages that have it. */
  readonly byFile: ReadonlyMap<string, readonly string[]>;
  /** Documented name → the pages that have it. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The names of all folders, in lower case. */
  readonly folders: ReadonlySet<string>;
}

/** Indexes the models by page, file name and documented name. */
export function indexModels(models: readonly IndexedModel[]): ModelIndex {
  return {
    byPage: new Map(models.map((model) => [model.page, model.id])),
    byId: new Map(models.map((model) => [model.id, model])),
    byFile: groupPages(models, (model) => fileOf(model.page).toLowerCase()),
    byName: groupPages(models, (model) => model.name),
    folders: new Set(models.flatMap((model) => model.page.toLowerCase().split("/").slice(0, -1))),
  };
}

function groupPages(
  models: readonly IndexedModel[],
  keyOf: (model: IndexedModel) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const model of models) {
    const group = groups.get(keyOf(model));
    if (group) group.push(model.page);
    else groups.set(keyOf(model), [model.page]);
  }
  return groups;
}
