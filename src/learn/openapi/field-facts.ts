import { jsonTextOf } from "../../defaults/json-text.js";
import type { Field, ModelId, ObjectModel } from "../../model/model.js";
import { isUnknown, type Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import { addNulls } from "../add-nulls.js";
import { jsonOfData } from "../json-value.js";
import type { Property, SchemaNode, StatedSchema } from "./form.js";
import { agrees } from "./same-values.js";
import { type Base, type Search, sourceText, spelledType } from "./search.js";
import { stateType } from "./state-type.js";

/** What a property says of its field that the page does not say, or says otherwise. */
export function fieldFacts(
  model: ObjectModel<ModelId>,
  field: Field<ModelId>,
  name: string,
  { node, isRequired }: Property,
  search: Search,
): readonly Override[] {
  const stated = search.reader.read(node);
  const base = {
    at: `${model.id}#${field.name}`,
    source: sourceText(node.pointer, search),
    confidence: "stated",
  } as const;
  const facts: Override[] = [];
  if ((field.wireName?.value ?? field.localName) !== name) facts.push({ ...base, fact: "wireName", value: name });
  const isDocumented = field.presence.value === "required";
  // What has a default is filled in by the SDK, so its pages may require it where JSON does not.
  if (isRequired ? !isDocumented : isDocumented && stated.default === undefined) {
    facts.push({ ...base, fact: "required", value: isRequired });
  }
  const type = statedField(field.type.value, node, model.page, base, search);
  const nullable = statedNull(field, stated, type !== undefined);
  if (nullable !== undefined) facts.push({ ...base, fact: "nullable", value: nullable });
  if (type !== undefined) facts.push({ ...base, fact: "type", value: type });
  return [...facts, ...formatFacts(field, stated, base), ...defaultFacts(field, stated, base)];
}

/** Null where the document says it; not null where a cell alone says null, since an example has seen it. */
function statedNull(
  { nullability, type }: Field<ModelId>,
  { isNullable, form }: StatedSchema,
  isRetyped: boolean,
): boolean | undefined {
  const isAnything = !isRetyped && isUnknown(type.value);
  if (isNullable) return nullability.value === "yes" || isAnything ? undefined : true;
  const isTold = form.kind !== "unknown" && nullability.source.origin === "cell";
  return nullability.value === "yes" && isTold ? false : undefined;
}

function statedField(
  said: Type<ModelId>,
  node: SchemaNode,
  page: string,
  base: Base,
  search: Search,
): string | undefined {
  const stated = stateType(node, said, search);
  if (!stated) return undefined;
  const better = agrees(said, stated, search.models) ? addNulls(said, stated) : stated;
  return better === said ? undefined : spelledType(better, page, base, search);
}

/** Formats that a type says by itself, or that say how a language stores a number. */
const formatsOfTypes: ReadonlySet<string> = new Set(["int32", "int64", "float", "double", "byte", "decimal", "bigint"]);

function formatFacts({ format, type }: Field<ModelId>, { form }: StatedSchema, base: Base): readonly Override[] {
  if (form.kind !== "value") return [];
  const isText = type.value.kind === "primitive" && type.value.name === "string";
  const stated =
    form.format ?? (isText && form.name !== "string" && form.name.startsWith("date") ? form.name : undefined);
  if (stated === undefined || formatsOfTypes.has(stated) || format?.value === stated) return [];
  return [{ ...base, fact: "format", value: stated }];
}

function defaultFacts(field: Field<ModelId>, { default: stated }: StatedSchema, base: Base): readonly Override[] {
  const value = jsonOfData(stated);
  if (value === undefined) return [];
  const known = field.default && jsonTextOf(field.default.value);
  return known === JSON.stringify(value) ? [] : [{ ...base, fact: "default", value }];
}
