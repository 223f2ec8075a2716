import { compile, type Output, type SourcePage } from "../../src/compile.js";
import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Options } from "../../src/options.js";
import { corpora, readDocs } from "../corpus/corpora.js";
import { fixtureCases } from "../fixture-cases.js";

/** What decides which values a model takes, beside the model. */
export interface Settings {
  readonly optional: "undefined" | "exact";
  readonly dates: "Date" | "string";
  readonly unknownKeys: "allow" | "reject";
}

/** Pages that were compiled together, and what they became. */
export interface ProofCase {
  readonly name: string;
  readonly schema: Schema;
  readonly settings: Settings;
  /** Every output, and the modules of the user's own that they import. */
  readonly files: ReadonlyMap<string, string>;
}

/** A model and what its file exports it as. */
export interface ProofModel {
  readonly model: Model<ModelId>;
  readonly file: string;
  readonly type: string;
}

/** The corpora that the proof takes in, where they are there. */
export const provenCorpora: readonly string[] = ["polar-typescript", "dub-go"];

/** The cases of the fixtures that have validators. */
export function fixtureProofs(): readonly ProofCase[] {
  return fixtureCases
    .filter(({ options }) => options.validators !== false)
    .map(({ name, pages, options, beside }) => proofCase(name, pages, options, beside));
}

/** The corpora of the proof that stand beside the repository. */
export function corpusProofs(names: readonly string[] = provenCorpora): readonly ProofCase[] {
  return corpora.filter(({ name }) => names.includes(name)).map(({ name, docs }) => proofCase(name, readDocs(docs)));
}

function proofCase(
  name: string,
  pages: readonly SourcePage[],
  options: Options = {},
  beside: ReadonlyMap<string, string> = new Map(),
): ProofCase {
  const { files, schema }: Output = compile(pages, options);
  const settings: Settings = {
    optional: options.optional ?? "undefined",
    dates: options.dates ?? "Date",
    unknownKeys: options.unknownKeys ?? "allow",
  };
  return {
    name,
    schema,
    settings,
    files: new Map([...files.map(({ path, text }) => [path, text] as const), ...beside]),
  };
}

/** The models of a case whose files were written. */
export function modelsOf({ schema, files }: ProofCase): readonly ProofModel[] {
  return [...schema.models.values()].flatMap((model) => {
    const name = schema.names.get(model.id);
    return name && files.has(name.file) ? [{ model, ...name }] : [];
  });
}
