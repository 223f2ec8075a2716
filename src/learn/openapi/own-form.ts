import type { LiteralValue } from "../../model/type.js";
import { below, isObject, type JsonObject, own } from "./document.js";
import type { Form, Property, SchemaNode } from "./form.js";

/** A schema that is an object of JSON. */
export interface ObjectNode extends SchemaNode {
  readonly value: JsonObject;
}

/** What a schema says by itself, of the type that it names. */
export function formOf(node: ObjectNode, type: string | undefined): Form {
  const { pointer, value } = node;
  const literals = literalsOf(value, type);
  if (literals.length > 0) {
    return { kind: "values", values: literals, isOpen: own(value, "x-speakeasy-unknown-values") === "allow" };
  }
  const [properties, additional, items] = ["properties", "additionalProperties", "items"].map((key) => own(value, key));
  switch (type) {
    case "string":
      return textForm(own(value, "format"));
    case "integer":
    case "number":
    case "boolean":
      return { kind: "value", name: type };
    case "array":
      return { kind: "list", items: { pointer: below(pointer, "items"), value: items } };
    case "object":
      return objectForm(node);
    default:
      if (isObject(properties) || isObject(additional)) return objectForm(node);
      return isObject(items)
        ? { kind: "list", items: { pointer: below(pointer, "items"), value: items } }
        : { kind: "unknown" };
  }
}

/** The values that a schema admits, of its type where it names one. */
function literalsOf(value: JsonObject, type: string | undefined): readonly LiteralValue[] {
  const [values, constant] = [own(value, "enum"), own(value, "const")];
  const all: readonly unknown[] = Array.isArray(values) ? values : [constant];
  const isOfType = (one: unknown): boolean =>
    type === undefined || typeof one === (type === "integer" ? "number" : type);
  return all.filter(
    (one): one is LiteralValue => ["string", "number", "boolean"].includes(typeof one) && isOfType(one),
  );
}

function textForm(format: unknown): Form {
  switch (format) {
    case "binary":
      return { kind: "bytes" };
    case "date-time":
    case "date":
      return { kind: "value", name: format };
    default:
      return { kind: "value", name: "string", ...(typeof format === "string" ? { format } : {}) };
  }
}

function objectForm({ pointer, value }: ObjectNode): Form {
  const required = namesAt(value);
  const [properties, additional] = [own(value, "properties"), own(value, "additionalProperties")];
  const entries = isObject(properties) ? Object.entries(properties) : [];
  const read = entries.map(([name, property]): readonly [string, Property] => {
    const node = { pointer: below(pointer, "properties", name), value: property };
    return [name, { node, isRequired: required.has(name) }];
  });
  const isSaid = additional !== undefined && additional !== false;
  const extra = isSaid ? { additional: { pointer: below(pointer, "additionalProperties"), value: additional } } : {};
  return { kind: "object", properties: new Map(read), ...extra };
}

/** The keys that must be there. */
export function namesAt(value: JsonObject): ReadonlySet<string> {
  const required = own(value, "required");
  return new Set(Array.isArray(required) ? required.filter((name) => typeof name === "string") : []);
}
