import { foldName } from "../../model/fold-name.js";
import type { ModelId, ObjectModel } from "../../model/model.js";
import type { Schema } from "../../model/schema.js";
import type { Override } from "../../overrides/override.js";
import { type Proposal, proposalOf, type Unmatched } from "../proposal.js";
import { type Definition, definitionsIn } from "./definitions.js";
import type { OpenApiDocument } from "./document.js";
import type { Form, StatedSchema } from "./form.js";
import { matchSchemas } from "./match-schemas.js";
import { modelFacts } from "./model-facts.js";
import { schemaReader } from "./read-schema.js";
import { type Search, sourceText } from "./search.js";

/** What an OpenAPI document says that the pages do not say, or say otherwise. */
export function learnFromOpenApi(schema: Schema, document: OpenApiDocument): Proposal {
  const reader = schemaReader(document);
  const definitions = definitionsIn(document, reader);
  const matches = matchSchemas(schema, definitions, reader);
  const lost: Unmatched[] = [];
  const search: Search = { schema, document, reader, matches, models: schema.models, lost };
  const found: Override[] = [];
  for (const [id, stated] of matches.schemas) {
    const model = schema.models.get(id);
    if (!model) continue;
    found.push(...modelFacts(model, stated, search));
    if (model.kind === "object" && stated.form.kind === "object") lost.push(...lostFields(model, stated, search));
  }
  return proposalOf(found, [...lost, ...lostSchemas(definitions, search), ...lostReferences(search)]);
}

function lostReferences(search: Search): readonly Unmatched[] {
  return [...search.reader.dangling].map(([pointer, reference]) => ({
    source: sourceText(pointer, search),
    reason: `\`${reference.slice(0, 200)}\` leads to no part of the document; nothing outside of it is read`,
  }));
}

function lostSchemas(definitions: readonly Definition[], search: Search): readonly Unmatched[] {
  return definitions.flatMap(({ node, names, kind }) => {
    const stated = search.reader.read(node);
    const isExpected = kind === "component" && stated.pointer === node.pointer && isOfPage(stated.form);
    if (!isExpected || search.matches.models.has(stated.pointer)) return [];
    return [{ source: sourceText(node.pointer, search), reason: `no model is of the schema \`${names[0]}\`` }];
  });
}

/** Whether generators give a page to what is defined so: names of plain types are left out of SDKs. */
function isOfPage(form: Form): boolean {
  if (form.kind === "object") return form.properties.size > 0;
  return form.kind === "values" || form.kind === "choice";
}

function lostFields(
  model: ObjectModel<ModelId>,
  { pointer, form }: StatedSchema,
  search: Search,
): readonly Unmatched[] {
  if (form.kind !== "object") return [];
  const named = new Set(model.fields.map(({ name }) => foldName(name)));
  const stated = new Set([...form.properties.keys()].map(foldName));
  const lost = [...form.properties].filter(([name]) => !named.has(foldName(name)));
  // A page of a request has a row for the body, and rows of the SDK's own, beside the parameters.
  const strange = pointer.endsWith("/parameters") ? [] : model.fields.filter(({ name }) => !stated.has(foldName(name)));
  return [
    ...lost.map(([name, { node }]) => ({
      source: sourceText(node.pointer, search),
      reason: `no field of ${model.page} is called \`${name}\``,
    })),
    ...strange.map(({ name }) => ({
      at: `${model.id}#${name}`,
      source: sourceText(pointer, search),
      reason: `no property is called as the field \`${name}\` of ${model.page}`,
    })),
  ];
}
