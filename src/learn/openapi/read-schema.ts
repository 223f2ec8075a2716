import { below, isObject, type JsonObject, type OpenApiDocument, own, pathOfPointer, valueAt } from "./document.js";
import type { Form, Property, SchemaNode, StatedSchema } from "./form.js";
import { formOf, namesAt, type ObjectNode } from "./own-form.js";

/** Reads the schemas of a document, each once. */
export interface SchemaReader {
  readonly read: (node: SchemaNode) => StatedSchema;
  /** Makes a schema known that no text has: the parameters of an operation as one object. */
  readonly define: (pointer: string, form: Form) => SchemaNode;
  /** References that lead out of the document or nowhere, by the pointer of who says so. */
  readonly dangling: ReadonlyMap<string, string>;
}

/** References, choices and sums that stand for one another are followed at most so far. */
const longestChain = 64;

const nothing: Form = { kind: "unknown" };

/** Makes the reader of a document's schemas. */
export function schemaReader(document: OpenApiDocument): SchemaReader {
  const known = new Map<JsonObject | string, StatedSchema>();
  const dangling = new Map<string, string>();
  const context: Context = { root: document.root, dangling, known, summed: 0 };
  return {
    dangling,
    read: (node) => readSchema(node, context, 0),
    define: (pointer, form) => {
      known.set(pointer, { pointer, form, isNullable: false });
      return { pointer, value: undefined };
    },
  };
}

interface Context {
  readonly root: JsonObject;
  readonly dangling: Map<string, string>;
  /**
   * By the schema itself, which may stand in several places, and by the pointer of what was defined. A schema that is being read
   * is known as one that says nothing, so that circles end.
   */
  readonly known: Map<JsonObject | string, StatedSchema>;
  /** How many properties sums have been given. */
  summed: number;
}

/** So many properties are given to sums of one document: sums of sums grow with the square of their number. */
const mostSummed = 2_000_000;

function readSchema(node: SchemaNode, context: Context, chain: number): StatedSchema {
  const key = isObject(node.value) ? node.value : node.pointer;
  const known = context.known.get(key);
  if (known) return known;
  context.known.set(key, { pointer: node.pointer, form: nothing, isNullable: false });
  const stated = readAnew(node, context, chain);
  context.known.set(key, stated);
  return stated;
}

function readAnew(node: SchemaNode, context: Context, chain: number): StatedSchema {
  const { pointer, value } = node;
  if (!isObject(value) || chain > longestChain) return { pointer, form: nothing, isNullable: false };
  const says = saysNull(value);
  const reference = own(value, "$ref");
  const stated =
    typeof reference === "string"
      ? readReference(node, reference, context, chain)
      : readOwn({ pointer, value }, context, chain);
  const fallback = own(value, "default");
  return {
    ...stated,
    isNullable: stated.isNullable || says,
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

function saysNull(value: JsonObject): boolean {
  const [type, values] = [own(value, "type"), own(value, "enum")];
  return (
    own(value, "nullable") === true ||
    type === "null" ||
    (Array.isArray(type) && type.includes("null")) ||
    (Array.isArray(values) && values.includes(null)) ||
    own(value, "const") === null
  );
}

function readReference(node: SchemaNode, reference: string, context: Context, chain: number): StatedSchema {
  const path = pathOfPointer(reference);
  const target = path && valueAt(context.root, path);
  if (target === undefined) {
    context.dangling.set(node.pointer, reference);
    return { pointer: node.pointer, form: nothing, isNullable: false };
  }
  return readSchema({ pointer: reference, value: target }, context, chain + 1);
}

function readOwn(node: ObjectNode, context: Context, chain: number): StatedSchema {
  const { pointer, value } = node;
  const parts = nodesAt(node, "allOf");
  if (parts.length > 0) return readSum(node, parts, context, chain);
  const choices = [...nodesAt(node, "oneOf"), ...nodesAt(node, "anyOf")].filter(saysMoreThanKeys);
  if (choices.length > 0) return readChoice(pointer, choices, context, chain);
  const types = typesOf(value);
  if (types.length < 2) return { pointer, form: formOf(node, types[0]), isNullable: false };
  const members = types.map((type) => ({ pointer: below(pointer, "type", type), value: { ...value, type } }));
  return { pointer, form: { kind: "choice", members }, isNullable: false };
}

/** A choice that only says which keys must be there says nothing of types. */
function saysMoreThanKeys({ value }: SchemaNode): boolean {
  return !isObject(value) || Object.keys(value).some((key) => !["required", "title", "description"].includes(key));
}

function readChoice(pointer: string, choices: readonly SchemaNode[], context: Context, chain: number): StatedSchema {
  const members = choices.filter(({ value }) => !isNullAlone(value));
  const [only] = members;
  const isNullable = members.length < choices.length;
  if (only && members.length === 1) {
    const stated = readSchema(only, context, chain + 1);
    return { ...stated, isNullable: stated.isNullable || isNullable };
  }
  // A member that may be null makes the choice so; where it stands in is read when it is looked at.
  const isInner = members.some(({ value }) => isObject(value) && saysNull(value));
  return {
    pointer,
    form: members.length === 0 ? nothing : { kind: "choice", members },
    isNullable: isNullable || isInner,
  };
}

function isNullAlone(value: unknown): boolean {
  if (!isObject(value)) return false;
  const values = own(value, "enum");
  return own(value, "type") === "null" || (Array.isArray(values) && values.length === 1 && values[0] === null);
}

/** All of several: of objects every property, else what one of them says. */
function readSum(node: ObjectNode, parts: readonly SchemaNode[], context: Context, chain: number): StatedSchema {
  const { allOf: _, nullable: __, default: ___, ...rest } = node.value;
  const stated = parts
    .map((part) => readSchema(part, context, chain + 1))
    .filter(({ form }) => form.kind !== "unknown");
  const beside = readAnew({ pointer: node.pointer, value: rest }, context, chain + 1);
  const all = beside.form.kind === "unknown" ? stated : [...stated, beside];
  const [only] = all;
  if (!only) return { pointer: node.pointer, form: nothing, isNullable: false };
  const objects = all.flatMap(({ form }) => (form.kind === "object" ? [form] : []));
  const required = new Set([node, ...parts].flatMap((each) => [...namesOf(each, context)]));
  const isMore = objects.some(({ properties }) =>
    [...properties].some(([name, { isRequired }]) => !isRequired && required.has(name)),
  );
  if (all.length === 1 && !isMore) return only;
  context.summed += objects.reduce((count, { properties }) => count + properties.size, 0);
  if (objects.length === 0 || context.summed > mostSummed) return { ...only, pointer: node.pointer };
  return { pointer: node.pointer, form: sumOf(objects, required), isNullable: false };
}

/** The keys that a part of a sum says must be there: often those of another part. */
function namesOf({ value }: SchemaNode, { root }: Context): ReadonlySet<string> {
  if (!isObject(value)) return new Set();
  const reference = own(value, "$ref");
  const path = typeof reference === "string" ? pathOfPointer(reference) : undefined;
  const target = path && valueAt(root, path);
  return namesAt(isObject(target) ? target : value);
}

type ObjectForm = Extract<Form, { kind: "object" }>;

function sumOf(objects: readonly ObjectForm[], required: ReadonlySet<string>): Form {
  const properties = new Map<string, Property>();
  for (const [name, property] of objects.flatMap((form) => [...form.properties])) {
    const isRequired = property.isRequired || required.has(name) || properties.get(name)?.isRequired === true;
    properties.set(name, { node: property.node, isRequired });
  }
  const additional = objects.find((form) => form.additional)?.additional;
  return { kind: "object", properties, ...(additional ? { additional } : {}) };
}

function nodesAt({ pointer, value }: ObjectNode, key: string): readonly SchemaNode[] {
  const list = own(value, key);
  return Array.isArray(list) ? list.map((one, at) => ({ pointer: below(pointer, key, String(at)), value: one })) : [];
}

function typesOf(value: JsonObject): readonly string[] {
  const type = own(value, "type");
  const types = Array.isArray(type) ? type : [type];
  return types.filter((one): one is string => typeof one === "string" && one !== "null");
}
