import type { Model, ModelId } from "./model.js";

/** Where a model's TypeScript stands and what it is called there. */
export interface ModelName {
  /** The file below the output folder, as `components/foo.ts`. */
  readonly file: string;
  /** The exported type. */
  readonly type: string;
}

/** Finds models by their ids. */
export type ModelLookup = Pick<ReadonlyMap<ModelId, Model<ModelId>>, "get">;

/** What can be asked about models whose ids are known. */
export interface SchemaLookup {
  readonly models: ModelLookup;
  readonly names: Pick<ReadonlyMap<ModelId, ModelName>, "get">;
  /** The models whose values can be nested without end, by `findRecursive`. */
  readonly recursive: Pick<ReadonlySet<ModelId>, "has">;
}

/** All models with every reference resolved and every name final. */
export interface Schema extends SchemaLookup {
  /** Sorted by id. */
  readonly models: ReadonlyMap<ModelId, Model<ModelId>>;
  readonly names: ReadonlyMap<ModelId, ModelName>;
  readonly recursive: ReadonlySet<ModelId>;
  /** The models whose shape the pages of other models say. */
  readonly borrowed: ReadonlySet<ModelId>;
}
