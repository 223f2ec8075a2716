import { foldName } from "../../model/fold-name.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { Schema } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import { addNulls } from "../add-nulls.js";
import { type Proposal, proposalOf, type Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import { type Definition, definitionsIn } from "./definitions.js";
import type { OpenApiDocument } from "./document.js";
import { type Form, type Property, type SchemaNode, type StatedSchema, schemaReader } from "./form.js";
import { jsonOfData, jsonOfExample } from "./json-value.js";
import { matchSchemas, type SchemaMatches } from "./match-schemas.js";
import { agrees } from "./same-values.js";
import { statePart, stateType, type TypeStating } from "./state-type.js";

interface Search extends TypeStating {
  readonly schema: Schema;
  readonly document: OpenApiDocument;
}

type ObjectForm = Extract<Form, { kind: "object" }>;

/** What an OpenAPI document says that the pages do not say, or say otherwise. */
export function learnFromOpenApi(schema: Schema, document: OpenApiDocument): Proposal {
  const reader = schemaReader(document);
  const definitions = definitionsIn(document, reader);
  const matches = matchSchemas(schema, definitions, reader);
  const search: Search = { schema, document, reader, matches, models: schema.models };
  const found: Override[] = [];
  const lost: Unmatched[] = lostSchemas(definitions, matches, search);
  for (const [id, stated] of matches.schemas) {
    const model = schema.models.get(id);
    if (!model) continue;
    found.push(...modelFacts(model, stated, search));
    if (model.kind === "object" && stated.form.kind === "object") lost.push(...lostFields(model, stated, search));
  }
  for (const [pointer, reference] of reader.dangling) {
    const reason = `\`${reference.slice(0, 200)}\` leads to no part of the document; nothing outside of it is read`;
    lost.push({ source: sourceText(pointer, search), reason });
  }
  return proposalOf(found, lost);
}

function lostSchemas(definitions: readonly Definition[], { models }: SchemaMatches, search: Search): Unmatched[] {
  return definitions.flatMap(({ node, names, kind }) => {
    const stated = search.reader.read(node);
    const isExpected = kind === "component" && stated.pointer === node.pointer && isOfPage(stated.form);
    if (!isExpected || models.has(stated.pointer)) return [];
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
      source: sourceText(pointer, search),
      reason: `no property is called as the field \`${name}\` of ${model.page}`,
    })),
  ];
}

function modelFacts(model: Model<ModelId>, stated: StatedSchema, search: Search): readonly Override[] {
  const base = { at: model.id, source: sourceText(stated.pointer, search), confidence: "stated" } as const;
  switch (model.kind) {
    case "object":
      return stated.form.kind === "object" ? objectFacts(model, stated.form, search) : [];
    case "enum":
      return stated.form.kind === "values" ? enumFacts(model, stated.form, base) : [];
    case "union":
    case "alias": {
      if (model.kind === "alias" && stated.form.kind === "values") return enumFacts(undefined, stated.form, base);
      const value = statedUnion(model, stated, search);
      return value === undefined ? [] : [{ ...base, fact: "type", value }];
    }
  }
}

type Base = Pick<Override, "at" | "source" | "confidence">;

/** The values of an enum, of a page that may list others or none. */
function enumFacts(
  model: EnumModel | undefined,
  { values, isOpen }: Extract<Form, { kind: "values" }>,
  base: Base,
): readonly Override[] {
  const documented = new Set(model?.values.map(({ value }) => value));
  const isSame = documented.size === new Set(values).size && values.every((value) => documented.has(value));
  const facts: Override[] = isSame ? [] : [{ ...base, fact: "values", value: [...new Set(values)] }];
  return isOpen && model?.open !== true ? [...facts, { ...base, fact: "open", value: true }] : facts;
}

/** The types of a model that is no object, where its page says others. */
function statedUnion(
  model: Extract<Model<ModelId>, { kind: "union" | "alias" }>,
  { pointer, form }: StatedSchema,
  search: Search,
): string | undefined {
  const said: Type<ModelId> =
    model.kind === "alias" ? model.type : { kind: "union", members: model.members.map(({ type }) => type) };
  // Under another pointer the schema is no model, so that it is not stated as a reference to itself.
  const node = search.reader.define(`${pointer} of ${model.id}`, form);
  const stated = stateType(node, said, search);
  if (!stated || isAboutAlias(stated, model.id) || agrees(said, stated, search.models)) return undefined;
  return typeText(stated, model.page, search.models);
}

function isAboutAlias(type: Type<ModelId>, id: ModelId): boolean {
  return type.kind === "reference" && type.target === id;
}

function objectFacts(model: ObjectModel<ModelId>, form: ObjectForm, search: Search): readonly Override[] {
  const properties = propertiesByName(form);
  const facts = model.fields.flatMap((field) => {
    const named = properties.get(foldName(field.name)) ?? [];
    const chosen = named.find(([name]) => name === field.name) ?? (named.length === 1 ? named[0] : undefined);
    return chosen ? fieldFacts(model, field, chosen[0], chosen[1], search) : [];
  });
  return [...facts, ...additionalFacts(model, form, search)];
}

type NamedProperty = readonly [name: string, property: Property];

function propertiesByName({ properties }: ObjectForm): ReadonlyMap<string, readonly NamedProperty[]> {
  const groups = new Map<string, NamedProperty[]>();
  for (const [name, property] of properties) {
    const group = groups.get(foldName(name));
    if (group) group.push([name, property]);
    else groups.set(foldName(name), [[name, property]]);
  }
  return groups;
}

function fieldFacts(
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
  const nullable = statedNull(field, stated);
  if (nullable !== undefined) facts.push({ ...base, fact: "nullable", value: nullable });
  const type = statedField(field.type.value, node, model, search);
  if (type !== undefined) facts.push({ ...base, fact: "type", value: type });
  return [...facts, ...formatFacts(field, stated, base), ...defaultFacts(field, stated, base)];
}

/** Null where the document says it; not null where a cell alone says null, since an example has seen it. */
function statedNull({ nullability, type }: Field<ModelId>, { isNullable, form }: StatedSchema): boolean | undefined {
  const isAnything = type.value.kind === "primitive" && type.value.name === "unknown";
  if (isNullable) return nullability.value === "yes" || isAnything ? undefined : true;
  const isTold = form.kind !== "unknown" && nullability.source.origin === "cell";
  return nullability.value === "yes" && isTold ? false : undefined;
}

function statedField(
  said: Type<ModelId>,
  node: SchemaNode,
  { page }: ObjectModel<ModelId>,
  search: Search,
): string | undefined {
  const stated = stateType(node, said, search);
  if (!stated) return undefined;
  const better = agrees(said, stated, search.models) ? addNulls(said, stated) : stated;
  return better === said ? undefined : typeText(better, page, search.models);
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
  const known = field.default && jsonOfExample(field.default.value);
  return JSON.stringify(known) === JSON.stringify(value) ? [] : [{ ...base, fact: "default", value }];
}

function additionalFacts(model: ObjectModel<ModelId>, { additional }: ObjectForm, search: Search): readonly Override[] {
  const said = model.additional?.value;
  const stated = additional && statePart(additional, said, search, 0);
  if (!stated || !additional) return [];
  const better = said && agrees(said, stated, search.models) ? addNulls(said, stated) : stated;
  const value = better === said ? undefined : typeText(better, model.page, search.models);
  const source = sourceText(additional.pointer, search);
  return value === undefined ? [] : [{ at: model.id, fact: "additional", value, source, confidence: "stated" }];
}

function sourceText(pointer: string, { document }: Search): string {
  return `openapi ${document.name}${pointer}`;
}
