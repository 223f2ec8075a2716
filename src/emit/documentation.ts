import { knownDefault } from "../defaults/known-default.js";
import type { Source } from "../model/fact.js";
import type { EnumModel, Field, Model, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { Type } from "../model/type.js";
import type { DocComment } from "./declaration.js";
import { docComment } from "./doc-comment.js";
import type { EmitOptions } from "./emit-context.js";
import { exampleText } from "./example-text.js";

/** The comment above a model's type: the page's words, its example and the way back to it. */
export function modelDocs(
  model: Model<ModelId>,
  models: ModelLookup,
  options: Pick<EmitOptions, "dates">,
): DocComment | undefined {
  const text = exampleText(model, models, options);
  return docComment({
    ...(model.description ? { description: model.description.value } : {}),
    remarks: modelRemarks(model),
    ...(model.deprecation ? { deprecated: model.deprecation.value } : {}),
    ...(text === undefined ? {} : { examples: [{ language: model.example?.value.language, text }] }),
    see: [model.page],
  });
}

/** What of a model its page does not say, and where that was seen or learned. */
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
    case "enum": {
      const shape = model.source ? [shapeRemark(model.source)] : [];
      return [...shape, ...openRemarks(model)];
    }
    case "union": {
      const members = model.members.flatMap(({ type }) => partRemarks(type, inIt));
      return [...(model.source ? [shapeRemark(model.source)] : []), ...members];
    }
    case "alias":
      return [];
  }
}

function openRemarks({ open, openSource }: EnumModel): readonly string[] {
  if (!openSource) return [];
  if (openSource.origin !== "override") return seenIn(openSource, "May be another value");
  return [`An override says that it ${open ? "may" : "cannot"} be another value${learnedFrom(openSource.learned)}.`];
}

/** Where members and values come from that the page does not list: an override, a cell that writes them out, or the pages beside it. */
function shapeRemark({ origin, page, place, learned }: Source): string {
  if (origin === "override") return `An override says what this is${learnedFrom(learned)}.`;
  return page === undefined
    ? "The page lists no members: these are the pages beside it that extend its name and that nothing else refers to."
    : `The page lists no members: ${page}${place ? `, line ${place.start.line},` : ""} writes them out.`;
}

/** The comment above a property: the row's words, its key in JSON, its default, and where was seen or learned what the row does not say. */
export function fieldDocs(field: Field<ModelId>, key: string, models: ModelLookup): DocComment | undefined {
  const remarks = [...keyRemarks(field, key), ...fieldRemarks(field), ...overrideRemarks(field)];
  const { description, deprecation, example } = field;
  const defaultValue = knownDefault(field, models);
  if (remarks.length === 0 && !description && !deprecation && !example && !defaultValue) return undefined;
  return docComment({
    ...(description ? { description: description.value } : {}),
    remarks,
    ...(deprecation ? { deprecated: deprecation.value } : {}),
    defaultValue,
    ...(example ? { examples: [{ text: example.value }] } : {}),
  });
}

function keyRemarks({ localName }: Field<ModelId>, key: string): readonly string[] {
  if (key === localName) return [];
  const isPlain = /^[^`\s]+$/.test(key);
  return [`In JSON: ${isPlain ? `\`${key}\`` : JSON.stringify(key)}`];
}

/** What examples show of a field. */
function fieldRemarks({ nullability, presence, type }: Field<ModelId>): readonly string[] {
  const absent = seenIn(presence.source, "May be absent", "leaves it out");
  const own = nullability.value === "yes" ? seenIn(nullability.source, "May be null") : [];
  const scalar = type.value.kind === "union" && type.value.source;
  const inner = scalar ? seenIn(scalar, "May be text or a number") : partRemarks(type.value, inIt);
  return [...absent, ...own, ...inner];
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

/** What overrides say of a field, together where it was learned in one place. */
function overrideRemarks({ type, nullability, presence }: Field<ModelId>): readonly string[] {
  const facts = [
    { source: type.source, words: "is of this type" },
    { source: nullability.source, words: nullability.value === "yes" ? "may be null" : "is never null" },
    { source: presence.source, words: presence.value === "required" ? "is required" : "may be absent" },
  ];
  const said = facts.filter(({ source }) => source.origin === "override");
  return [...new Set(said.map(({ source }) => source.learned))].map((learned) => {
    const words = said.filter(({ source }) => source.learned === learned).map((fact) => fact.words);
    return `An override says that it ${words.join(", ").replace(/, ([^,]*)$/, " and $1")}${learnedFrom(learned)}.`;
  });
}

/** In a code span, since what people write there is no Markdown. */
function learnedFrom(learned: string | undefined): string {
  const line = learned?.replace(/\s+/g, " ").trim() ?? "";
  if (line === "") return "";
  return line.includes("`") ? `: ${line}` : `: \`${line}\``;
}

/** The words for what an example shows; nothing where something else says it. */
function seenIn({ origin, page, place }: Source, what: string, how = "shows it"): readonly string[] {
  if (origin !== "example" || !page) return [];
  const line = place ? `, line ${place.start.line}` : "";
  return [`${what}: the example in ${page}${line} ${how}.`];
}
