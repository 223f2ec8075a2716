import type { Model, ModelId } from "./model.js";

/** Where a model's TypeScript stands and what it is called there. */
export interface ModelName {
  /** The file below the output folder, as `components/foo.ts`. */
  readonly file: string;
  /** The exported type. */
  readonly type: string;
}

/** All models with every reference resolved and every name final. */
export interface Schema {
  /** Sorted by id. */
  readonly models: ReadonlyMap<ModelId, Model<ModelId>>;
  readonly names: ReadonlyMap<ModelId, ModelName>;
  /** The models that can reach themselves. */
  readonly recursive: ReadonlySet<ModelId>;
}
