import { type JsonSchema, jsonSchemaOf, type Side } from "./json-schema.js";
import type { Issue, Result } from "./result.js";
import type { ModelShape } from "./shape.js";

/** Makes the JSON Schema of a model: for the targets "draft-2020-12" and "draft-07", and throws for others. */
export type JsonSchemaConverter = (options: { readonly target: string }) => JsonSchema;

/** A result as the specification types it: were there a `value` in both, consumers would infer `Model | undefined`. */
export type StandardResult<Model> =
  | { readonly value: Model; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** A model as a Standard Schema 1.1 and a Standard JSON Schema. */
export interface ModelSchema<Model> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "modelmark";
    readonly validate: (value: unknown) => StandardResult<Model>;
    /**
     * `input` is the JSON text that the model's parser reads, with its keys and defaults; `output` is what it becomes, which is
     * also what `validate` takes: they differ where keys in JSON are called otherwise than properties.
     */
    readonly jsonSchema: { readonly input: JsonSchemaConverter; readonly output: JsonSchemaConverter };
    /** Holds nothing at run time. */
    readonly types?: { readonly input: Model; readonly output: Model } | undefined;
  };
}

/** The schema of a model from its validator and its shape. */
export function modelSchema<Model>(validate: (value: unknown) => Result<Model>, shape: ModelShape): ModelSchema<Model> {
  const converter =
    (side: Side): JsonSchemaConverter =>
    ({ target }) =>
      jsonSchemaOf(shape, target, side);
  const jsonSchema = { input: converter("input"), output: converter("output") };
  return { "~standard": { version: 1, vendor: "modelmark", validate, jsonSchema } };
}
