import type { Schema } from "../model/schema.js";
import { learnFromDocs } from "./docs/learn-docs.js";
import { folderOf, type Renewed } from "./merge-overrides.js";
import type { OpenApiDocument } from "./openapi/document.js";
import { learnFromOpenApi } from "./openapi/learn-openapi.js";
import type { Proposal } from "./proposal.js";
import { learnFromSamples, type Sample } from "./samples/learn-samples.js";
import { learnFromTypes } from "./types/learn-types.js";
import type { SourceText } from "./types/read-types.js";

/** What says more of an API than its pages. */
export type LearnSource =
  | { readonly kind: "types"; readonly files: readonly SourceText[] }
  | { readonly kind: "openapi"; readonly document: OpenApiDocument }
  /** The models of another language's pages. */
  | { readonly kind: "docs"; readonly other: Schema }
  | { readonly kind: "samples"; readonly samples: readonly Sample[] };

/** Proposes what a source says that the pages do not say, or say otherwise. */
export function learnFrom(schema: Schema, source: LearnSource): Proposal {
  switch (source.kind) {
    case "types":
      return learnFromTypes(schema, source.files);
    case "openapi":
      return learnFromOpenApi(schema, source.document);
    case "docs":
      return learnFromDocs(schema, source.other);
    case "samples":
      return learnFromSamples(schema, source.samples);
  }
}

/** What of former facts a source renews: those of its document, those of payloads of the same models and in the same folders, and else all of its kind. */
export function renewedBy(source: LearnSource): Renewed {
  switch (source.kind) {
    case "types":
    case "docs":
      return { kind: source.kind };
    case "openapi":
      return { kind: source.kind, document: source.document.name };
    case "samples": {
      const names = source.samples.flatMap(({ model, file }) => [model, `${model}.json`, file, folderOf(file)]);
      return { kind: source.kind, names: new Set(names.filter((name) => name !== "")) };
    }
  }
}
