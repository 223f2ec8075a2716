import type { Source } from "../model/fact.js";
import type { Field, Model, ModelId } from "../model/model.js";
import type { Type } from "../model/type.js";
import type { DocComment } from "./declaration.js";
import { docComment } from "./doc-comment.js";

/** The comment above a model's type: the page's words, its example and the way back to it. */
export function modelDocs(model: Model<ModelId>): DocComment | undefined {
  return docComment({
    ...(model.description ? { description: model.description.value } : {}),
    remarks: modelRemarks(model),
    ...(model.deprecation ? { deprecated: model.deprecation.value } : {}),
    ...(model.example ? { examples: [model.example.value] } : {}),
    see: [model.page],
  });
}

/** What of a model its page does not say, and where it was seen. */
function modelRemarks(model: Model<ModelId>): readonly string[] {
  switch (model.kind) {
    case "object": {
      const { additional } = model;
      if (!additional) return [];
      return [
        ...seenIn(additional.source, "May have other keys"),
        ...partRemarks(additional.value, "What other keys hold"),
      ];
    }
    case "enum":
      return model.openSource ? seenIn(model.openSource, "May be another value") : [];
    case "union": {
      const members = model.members.flatMap(({ type }) => partRemarks(type, inIt));
      return [...(model.source ? [membersRemark(model.source)] : []), ...members];
    }
    case "alias":
      return [];
  }
}

/** Where the members of a bare page come from: a cell that writes them out, or the pages beside it. */
function membersRemark({ page, place }: Source): string {
  return page === undefined
    ? "The page lists no members: these are the pages beside it that extend its name and that nothing else refers to."
    : `The page lists no members: ${page}${place ? `, line ${place.start.line},` : ""} writes them out.`;
}

/** The comment above a property: the row's words, and where was seen what the row does not say. */
export function fieldDocs(field: Field<ModelId>): DocComment | undefined {
  const remarks = fieldRemarks(field);
  const { description, deprecation, example } = field;
  if (remarks.length === 0 && !description && !deprecation && !example) return undefined;
  return docComment({
    ...(description ? { description: description.value } : {}),
    remarks,
    ...(deprecation ? { deprecated: deprecation.value } : {}),
    ...(example ? { examples: [{ text: example.value }] } : {}),
  });
}

function fieldRemarks({ nullability, type }: Field<ModelId>): readonly string[] {
  const own = nullability.value === "yes" ? seenIn(nullability.source, "May be null") : [];
  const scalar = type.value.kind === "union" && type.value.source;
  const inner = scalar ? seenIn(scalar, "May be text or a number") : partRemarks(type.value, inIt);
  return [...own, ...inner];
}

/** What stands within a type that has words of its own. */
const inIt = "What is in it";

/** What examples show within a type. */
function partRemarks(type: Type<ModelId>, part: string): readonly string[] {
  switch (type.kind) {
    case "nullable":
      return [...seenIn(type.source, `${part} may be null`), ...partRemarks(type.type, part)];
    case "array":
    case "stream":
      return partRemarks(type.items, part);
    case "map":
      return partRemarks(type.values, part);
    case "union": {
      const own = type.source ? seenIn(type.source, `${part} may be text or a number`) : [];
      return [...own, ...type.members.flatMap((member) => partRemarks(member, part))];
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "reference":
      return [];
  }
}

/** The words for what an example shows; nothing where something else says it. */
function seenIn({ origin, page, place }: Source, what: string): readonly string[] {
  if (origin !== "example" || !page) return [];
  const line = place ? `, line ${place.start.line}` : "";
  return [`${what}: the example in ${page}${line} shows it.`];
}
