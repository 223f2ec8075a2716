import { foldName } from "../../model/fold-name.js";
import type { Model, ModelId } from "../../model/model.js";
import { folderOf } from "../../model/path.js";
import type { Schema } from "../../model/schema.js";
import { groupBy } from "../group-by.js";
import type { Declaration } from "./declaration.js";

/** Which model a type stands for, and which type for a model. */
export interface Matches {
  readonly byModel: ReadonlyMap<ModelId, Declaration>;
  /** By the key of the type. */
  readonly byKey: ReadonlyMap<string, ModelId>;
}

/** How a model and a type may be called alike, from the surest on; what stands for several of either is passed over. */
const likenesses: readonly (readonly [
  ofModel: (model: Model<ModelId>) => string,
  ofType: (declaration: Declaration) => string,
])[] = [
  [({ page, name }) => folderOf(page) + name, ({ key }) => key],
  [({ page, name }) => lastFolder(page) + name, ({ file, name }) => lastFolder(file) + name],
  [({ page, name }) => lastFolder(page) + foldName(name), ({ file, name }) => lastFolder(file) + foldName(name)],
  [({ name }) => name, ({ name }) => name],
];

/** The folder that a file stands in, in lower case: a namespace. */
function lastFolder(file: string): string {
  return `${file.split("/").at(-2)?.toLowerCase() ?? ""}/`;
}

/** Finds the type of each model: by folder and name, by namespace and name, or by a name that each side has once. */
export function matchModels(schema: Schema, declarations: ReadonlyMap<string, Declaration>): Matches {
  const byModel = new Map<ModelId, Declaration>();
  const byKey = new Map<string, ModelId>();
  for (const [ofModel, ofType] of likenesses) {
    const models = groupBy(
      [...schema.models.values()].filter(({ id }) => !byModel.has(id)),
      ofModel,
    );
    const types = groupBy(
      [...declarations.values()].filter(({ key }) => !byKey.has(key)),
      ofType,
    );
    for (const [likeness, [model, ...otherModels]] of models) {
      const [declaration, ...otherTypes] = types.get(likeness) ?? [];
      if (!model || !declaration || otherModels.length > 0 || otherTypes.length > 0) continue;
      byKey.set(declaration.key, model.id);
      byModel.set(model.id, sentOf(declaration, declarations));
    }
  }
  for (const [id, { key }] of byModel) byKey.set(key, id);
  return { byModel, byKey };
}

/** What is sent of an error: `FooData`, which stands beside the class `Foo`. */
function sentOf(declaration: Declaration, declarations: ReadonlyMap<string, Declaration>): Declaration {
  return (declaration.isClass && declarations.get(`${declaration.key}Data`)) || declaration;
}
