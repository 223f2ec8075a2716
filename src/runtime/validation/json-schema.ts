import type { LiteralShape, ModelShape, ObjectShape, SimpleShape, TypeShape } from "./shape.js";
import { dateText, dateTimeText } from "./value-tests.js";

/** A JSON Schema, of which no one reads single keywords here. */
export type JsonSchema = Record<string, unknown>;

/** Which side of a model a schema describes: the JSON text that is read, or the properties that it becomes. */
export type Side = "input" | "output";

/** The schemas of the models that the root refers to. */
interface Definitions {
  readonly side: Side;
  readonly root: ModelShape;
  /** Where they stand: `#/$defs/`. */
  readonly prefix: string;
  /** In the order in which they are referred to. */
  readonly names: Map<ModelShape, string>;
  /** Names that are taken. */
  readonly taken: Set<string>;
}

/** Values of JavaScript alone are described as JSON carries them. */
function simpleSchema(type: SimpleShape): JsonSchema {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
      return { type };
    case "integer":
      // As its type in TypeScript, and its guard.
      return { type: "number" };
    case "bigint":
      return { type: "integer" };
    case "Date":
      return { type: "string", format: "date-time" };
    case "date-time":
      // The format "date-time" wants seconds and an offset, which the guards do not.
      return { type: "string", pattern: dateTimeText.source };
    case "date":
      return { type: "string", format: "date", pattern: dateText.source };
    case "unknown":
      return {};
  }
}

/** One of some values; a list of types beside them would say no more. */
function closedSchema(values: readonly LiteralShape[]): JsonSchema {
  const [type, ...others] = new Set(values.map((value) => typeof value));
  if (type === undefined) return { not: {} };
  if (others.length > 0) return { enum: [...values] };
  return values.length === 1 ? { type, const: values[0] } : { type, enum: [...values] };
}

/** A choice of schemas, each one once; a single one is none. */
function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first, ...others] = new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values();
  if (first === undefined) return { not: {} };
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** Texts and numbers are of any value, of which some are known; booleans stay those that the page names. */
function openSchema(values: readonly LiteralShape[]): JsonSchema {
  const schemas = [...new Set(values.map((value) => typeof value))].map((type) => {
    const known = values.filter((value) => typeof value === type);
    return type === "boolean" ? closedSchema(known) : { type, examples: known };
  });
  return anyOf(schemas);
}

/** A reference to the schema of a model, which is made once all that refer to it so far are: chains of models are long. */
function reference(shape: ModelShape, definitions: Definitions): JsonSchema {
  const { root, names, taken, prefix } = definitions;
  if (shape === root) return { $ref: "#" };
  let name = names.get(shape);
  if (name === undefined) {
    name = shape.name;
    for (let count = 2; taken.has(name); count++) name = `${shape.name}${count}`;
    names.set(shape, name);
    taken.add(name);
  }
  return { $ref: prefix + encodeURIComponent(name) };
}

function unionSchema(types: readonly TypeShape[], definitions: Definitions): JsonSchema {
  return anyOf(types.map((type) => typeSchema(type, definitions)));
}

function typeSchema(type: TypeShape, definitions: Definitions): JsonSchema {
  if (typeof type === "string") return simpleSchema(type);
  if (typeof type === "function") return reference(type(), definitions);
  switch (type[0]) {
    case "literal":
      return closedSchema(type[1]);
    case "array":
      return { type: "array", items: typeSchema(type[1], definitions) };
    case "map":
      return { type: "object", additionalProperties: typeSchema(type[1], definitions) };
    case "union":
      return unionSchema(type[1], definitions);
    case "platform":
    case "guard":
      return {};
  }
}

/** A schema that shows a default; beside a reference draft 7 reads nothing. */
function withDefault(schema: JsonSchema, json: string | undefined): JsonSchema {
  if (json === undefined) return schema;
  return { ...("$ref" in schema ? { allOf: [schema] } : schema), default: JSON.parse(json) };
}

function objectSchema(shape: ObjectShape, definitions: Definitions): JsonSchema {
  const { fields, additional, closed } = shape;
  const isInput = definitions.side === "input";
  const keys = new Map(isInput ? shape.wireNames : []);
  const keyOf = (name: string): string => keys.get(name) ?? name;
  const defaults = new Map(isInput ? shape.defaults : []);
  const required = fields.filter(([, , presence]) => presence === undefined).map(([name]) => keyOf(name));
  const properties = fields.map(
    ([name, type]) => [keyOf(name), withDefault(typeSchema(type, definitions), defaults.get(name))] as const,
  );
  return {
    type: "object",
    // Defines `__proto__` as a property like any other.
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(closed ? { additionalProperties: false } : {}),
    ...(additional === undefined ? {} : { additionalProperties: typeSchema(additional, definitions) }),
  };
}

function modelJsonSchema(shape: ModelShape, definitions: Definitions): JsonSchema {
  switch (shape.kind) {
    case "object":
      return objectSchema(shape, definitions);
    case "enum":
      return shape.open ? openSchema(shape.values) : closedSchema(shape.values);
    case "tagged":
      return unionSchema(
        shape.cases.map(([, type]) => type),
        definitions,
      );
    case "alias":
      return typeSchema(shape.type, definitions);
  }
}

/** The dialect's identifier and the keyword that holds its definitions. */
function dialectOf(target: string): readonly [string, string] {
  switch (target) {
    case "draft-2020-12":
      return ["https://json-schema.org/draft/2020-12/schema", "$defs"];
    case "draft-07":
      return ["http://json-schema.org/draft-07/schema#", "definitions"];
    default:
      throw new Error(`no JSON Schema for the target ${JSON.stringify(target)}: draft-2020-12 and draft-07 are known`);
  }
}

/** The JSON Schema of one side of a model, with those of the models that it refers to. */
export function jsonSchemaOf(shape: ModelShape, target: string, side: Side): JsonSchema {
  const [$schema, keyword] = dialectOf(target);
  const definitions = {
    side,
    root: shape,
    prefix: `#/${keyword}/`,
    names: new Map<ModelShape, string>(),
    taken: new Set<string>(),
  };
  const body = modelJsonSchema(shape, definitions);
  const schemas: [string, JsonSchema][] = [];
  // The map grows under its own iteration, which ends when no schema refers to another model.
  for (const [model, name] of definitions.names) schemas.push([name, modelJsonSchema(model, definitions)]);
  return {
    $schema,
    title: shape.name,
    // Draft 7 reads nothing beside a reference.
    ...("$ref" in body ? { allOf: [body] } : body),
    ...(schemas.length > 0 ? { [keyword]: Object.fromEntries(schemas) } : {}),
  };
}
