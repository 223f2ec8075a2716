import type { Source } from "../model/fact.js";
import type { Field, Model, ModelId } from "../model/model.js";
import type { DocComment } from "./declaration.js";
import { docComment } from "./doc-comment.js";

/** The comment above a model's type: the page's words, its example and the way back to it. */
export function modelDocs(model: Model<ModelId>): DocComment | undefined {
  const isInferred = model.kind === "union" && model.source !== undefined;
  return docComment({
    ...(model.description ? { description: model.description.value } : {}),
    ...(isInferred ? { remarks: [inferredMembers] } : {}),
    ...(model.deprecation ? { deprecated: model.deprecation.value } : {}),
    ...(model.example ? { examples: [model.example.value] } : {}),
    see: [model.page],
  });
}

const inferredMembers =
  "The page lists no members: these are the pages beside it that extend its name and that nothing else refers to.";

/** The comment above a property: the row's words, and where an inferred null was seen. */
export function fieldDocs(field: Field<ModelId>): DocComment | undefined {
  const remarks = nullRemark(field);
  return docComment({
    ...(field.description ? { description: field.description.value } : {}),
    ...(remarks ? { remarks: [remarks] } : {}),
    ...(field.deprecation ? { deprecated: field.deprecation.value } : {}),
    ...(field.example ? { examples: [{ text: field.example.value }] } : {}),
  });
}

function nullRemark(field: Field<ModelId>): string | undefined {
  if (field.nullability.value !== "yes") return undefined;
  return seenIn(field.nullability.source);
}

function seenIn(source: Source): string | undefined {
  if (source.origin !== "example" || !source.page) return undefined;
  const line = source.place ? `, line ${source.place.start.line}` : "";
  return `May be null: the example in ${source.page}${line} shows it.`;
}
