import { textIsDate } from "../../src/runtime/validation.js";

type Schema = Readonly<Record<string, unknown>>;

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(type: unknown, value: unknown): boolean {
  if (Array.isArray(type)) return type.some((one) => isOfType(one, value));
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isSchema(value);
    case "integer":
    case "number":
      return typeof value === "number";
    default:
      return typeof value === type;
  }
}

/** What a `$ref` of ours leads to. */
export function resolve(ref: string, root: Schema): Schema {
  const found = ref
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => (isSchema(at) ? at[decodeURIComponent(key)] : undefined), root);
  if (!isSchema(found)) throw new Error(`${ref} leads nowhere`);
  return found;
}

function objectIsValid(schema: Schema, value: Schema, root: Schema): boolean {
  const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const other = schema["additionalProperties"] ?? true;
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, item]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : other;
      return typeof property === "boolean" ? property : isSchema(property) && isValid(property, item, root);
    })
  );
}

/** Whether a JSON value is valid by those keywords that our schemas have; integers are numbers. */
export function isValid(schema: Schema, value: unknown, root: Schema = schema): boolean {
  const { type, anyOf, allOf, items, not, $ref, enum: known } = schema;
  return (
    (type === undefined || isOfType(type, value)) &&
    (schema["format"] !== "date" || typeof value !== "string" || textIsDate(value)) &&
    (!("const" in schema) || schema["const"] === value) &&
    (!Array.isArray(known) || known.includes(value)) &&
    (!isSchema(not) || !isValid(not, value, root)) &&
    (!Array.isArray(anyOf) || anyOf.some((one) => isSchema(one) && isValid(one, value, root))) &&
    (!Array.isArray(allOf) || allOf.every((one) => isSchema(one) && isValid(one, value, root))) &&
    (typeof $ref !== "string" || isValid(resolve($ref, root), value, root)) &&
    (!isSchema(items) || !Array.isArray(value) || value.every((item) => isValid(items, item, root))) &&
    (!isSchema(value) || type !== "object" || objectIsValid(schema, value, root))
  );
}
