import type { Model, ModelId } from "../model/model.js";
import type { SchemaLookup } from "../model/schema.js";
import type { Code } from "./code.js";

/** The options that emitters look at, with their defaults filled in. */
export interface EmitOptions {
  readonly optional: "undefined" | "exact";
  readonly dates: "Date" | "string";
  readonly validators: boolean;
  readonly unknownKeys: "allow" | "reject";
  readonly defaults: "document" | "fill";
  readonly importExtension: ".js" | ".ts" | "";
}

/** What an emitter of one file may ask for; each answer is recorded as an import of that file. */
export interface EmitContext {
  readonly schema: SchemaLookup;
  readonly options: EmitOptions;
  /** The model that the file is for. */
  readonly model: Model<ModelId>;
  /** The type of a model, as the file calls it. */
  readonly typeName: (id: ModelId) => Code;
  /** A value that a model's file exports, as this file calls it: `valueName(id, "guard")` → `isFoo`. */
  readonly valueName: (id: ModelId, export_: ModelExport) => Code;
  /** An export of the validators' shared module; `typeOnly` where only its type is used. */
  readonly sharedName: (name: string, kind: "type" | "value") => Code;
  /** An export of a configured module. */
  readonly externalName: (name: string, from: string, kind: "type" | "value") => Code;
  /** A type that every platform has, safe from models of the same name: `Date`, `Record`, `globalThis.Date`. */
  readonly globalType: (name: string) => Code;
}

/**
 * What a model's file exports beside its type: `isFoo`, `validateFoo`, `assertFoo`, `parseFoo`, `fooSchema`, `fooValues`,
 * and for other outputs alone `checkFoo` (what the guard asks), `tellFoo` (what the validator asks where that fails) and `fooShape`.
 */
export type ModelExport = "guard" | "validate" | "assert" | "parse" | "schema" | "values" | "check" | "tell" | "shape";
