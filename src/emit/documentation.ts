import type { Source } from "../model/fact.js";
import type { Field, Model, ModelId } from "../model/model.js";
import type { Type } from "../model/type.js";
import type { DocComment } from "./declaration.js";
import { docComment } from "./doc-comment.js";

/** The comment above a model's type: the page's words, its example and the way back to it. */
export function modelDocs(model: Model<ModelId>): DocComment | undefined {
  const source = model.kind === "union" || model.kind === "enum" ? model.source : undefined;
  return docComment({
    ...(model.description ? { description: model.description.value } : {}),
    ...(source ? { remarks: [shapeRemark(source)] } : {}),
    ...(model.deprecation ? { deprecated: model.deprecation.value } : {}),
    ...(model.example ? { examples: [model.example.value] } : {}),
    see: [model.page],
  });
}

/** Where members and values come from that the page does not list: an override, a cell that writes them out, or the pages beside it. */
function shapeRemark({ origin, page, place, learned }: Source): string {
  if (origin === "override") return `An override says what this is${learnedFrom(learned)}.`;
  return page === undefined
    ? "The page lists no members: these are the pages beside it that extend its name and that nothing else refers to."
    : `The page lists no members: ${page}${place ? `, line ${place.start.line},` : ""} writes them out.`;
}

/** The comment above a property: the row's words, where an inferred null was seen, and what overrides say. */
export function fieldDocs(field: Field<ModelId>): DocComment | undefined {
  const remarks = [...nullRemarks(field), ...overrideRemarks(field)];
  const { description, deprecation, example } = field;
  if (remarks.length === 0 && !description && !deprecation && !example) return undefined;
  return docComment({
    ...(description ? { description: description.value } : {}),
    remarks,
    ...(deprecation ? { deprecated: deprecation.value } : {}),
    ...(example ? { examples: [{ text: example.value }] } : {}),
  });
}

function nullRemarks(field: Field<ModelId>): readonly string[] {
  const own = field.nullability.value === "yes" ? [seenIn(field.nullability.source, "May be null")] : [];
  const inner = nullSources(field.type.value).map((source) => seenIn(source, "What is in it may be null"));
  return [...own, ...inner].flatMap((remark) => remark ?? []);
}

function nullSources(type: Type<ModelId>): readonly Source[] {
  switch (type.kind) {
    case "nullable":
      return [type.source, ...nullSources(type.type)];
    case "array":
    case "stream":
      return nullSources(type.items);
    case "map":
      return nullSources(type.values);
    case "union":
      return type.members.flatMap(nullSources);
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

function seenIn(source: Source, what: string): string | undefined {
  if (source.origin !== "example" || !source.page) return undefined;
  const line = source.place ? `, line ${source.place.start.line}` : "";
  return `${what}: the example in ${source.page}${line} shows it.`;
}
