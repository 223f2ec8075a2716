import type { Link } from "../model/link.js";
import type { Model, ModelId } from "../model/model.js";
import { fileOf, folderOf } from "../model/path.js";
import { nearestName } from "../near-names.js";

/** What links may say of a model. */
export type IndexedModel = Pick<Model<Link>, "id" | "page" | "name" | "kind">;

/** The pages that have something in common, by what that is. */
type PagesBy = ReadonlyMap<string, readonly string[]>;

/** The models by what a link may say of them: whatever a link says, no list of all models is gone through. */
export interface ModelIndex {
  readonly byPage: ReadonlyMap<string, ModelId>;
  readonly byId: ReadonlyMap<ModelId, IndexedModel>;
  /** Path, in lower case. */
  readonly byPath: PagesBy;
  /** File name, in lower case. */
  readonly byFile: PagesBy;
  /** The ends of paths that are two segments or longer. */
  readonly byEnd: () => PagesBy;
  /** Documented name. */
  readonly byName: PagesBy;
  /** The documented name that a misspelt one was meant to be, where one is near. */
  readonly nearName: (misspelt: string) => string | undefined;
  /** Documented name in a folder, as `keyOfName` tells them. */
  readonly byFolder: PagesBy;
  /** Documented name in a folder whose own name, in lower case, is a namespace. */
  readonly byNamespace: PagesBy;
  /** How many segments the longest path has. */
  readonly deepest: number;
  /** The names of all folders, in lower case. */
  readonly folders: ReadonlySet<string>;
}

/** Indexes the models by page, file name and documented name. */
export function indexModels(models: readonly IndexedModel[]): ModelIndex {
  let ends: PagesBy | undefined;
  let findNear: ModelIndex["nearName"] | undefined;
  return {
    byPage: new Map(models.map((model) => [model.page, model.id])),
    byId: new Map(models.map((model) => [model.id, model])),
    byPath: groupPages(models, (model) => [model.page.toLowerCase()]),
    byFile: groupPages(models, (model) => [fileOf(model.page).toLowerCase()]),
    byEnd: () => {
      ends ??= groupPages(models, (model) => endsOf(model.page));
      return ends;
    },
    byName: groupPages(models, (model) => [model.name]),
    nearName: (misspelt) => {
      findNear ??= nearestName(models.map((model) => model.name));
      return findNear(misspelt);
    },
    byFolder: groupPages(models, (model) => [keyOfName(folderOf(model.page), model.name)]),
    byNamespace: groupPages(models, (model) => [keyOfName(folderName(model.page), model.name)]),
    deepest: models.reduce((most, { page }) => Math.max(most, page.split("/").length), 0),
    folders: new Set(models.flatMap((model) => model.page.toLowerCase().split("/").slice(0, -1))),
  };
}

/** How indexes call a name in a folder. */
export function keyOfName(folder: string, name: string): string {
  return `${folder}\n${name}`;
}

function folderName(path: string): string {
  return path.split("/").at(-2)?.toLowerCase() ?? "";
}

function endsOf(page: string): readonly string[] {
  const ends = [page];
  for (let at = page.indexOf("/"); at >= 0; at = page.indexOf("/", at + 1)) ends.push(page.slice(at + 1));
  return ends.filter((end) => end.includes("/"));
}

function groupPages(models: readonly IndexedModel[], keysOf: (model: IndexedModel) => readonly string[]): PagesBy {
  const groups = new Map<string, string[]>();
  for (const model of models) {
    for (const key of keysOf(model)) {
      const group = groups.get(key);
      if (group) group.push(model.page);
      else groups.set(key, [model.page]);
    }
  }
  return groups;
}
