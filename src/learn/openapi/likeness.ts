import { foldName } from "../../model/fold-name.js";
import type { Model, ModelId, ObjectModel } from "../../model/model.js";
import type { Schema } from "../../model/schema.js";
import type { LiteralValue, Type } from "../../model/type.js";
import type { Form, SchemaNode } from "./form.js";
import type { SchemaReader } from "./read-schema.js";

/** What is looked at to tell how like models and schemas are. */
export interface Likeness {
  readonly schema: Schema;
  readonly reader: SchemaReader;
}

type ObjectForm = Extract<Form, { kind: "object" }>;

/** The least share of a model's fields that its schema must have. */
const leastShared = 0.5;

/** Whether a model and a schema can be of the same values, as far as they can be told without looking further. */
export function isLike(model: Model<ModelId>, node: SchemaNode, likeness: Likeness): boolean {
  const { form } = likeness.reader.read(node);
  switch (model.kind) {
    case "object":
      return form.kind === "object" && isLikeObject(model, form) && !isOtherwiseTagged(model, form, likeness);
    case "enum":
      return form.kind === "values" || (form.kind === "value" && form.name === "string");
    case "union":
      return form.kind === "choice" || form.kind === "values";
    case "alias":
      return form.kind !== "unknown";
  }
}

function isLikeObject({ fields }: ObjectModel<ModelId>, { properties }: ObjectForm): boolean {
  if (fields.length === 0 || properties.size === 0) return fields.length === properties.size;
  const names = new Set([...properties.keys()].map(foldName));
  return fields.filter(({ name }) => names.has(foldName(name))).length >= leastShared * fields.length;
}

/** Whether a field of one value alone is a property of another one. */
function isOtherwiseTagged(
  { fields }: ObjectModel<ModelId>,
  { properties }: ObjectForm,
  { reader, schema }: Likeness,
): boolean {
  return fields.some(({ name, type }) => {
    const property = properties.get(name);
    const value = property && onlyValue(type.value, schema);
    const form = value === undefined || !property ? undefined : reader.read(property.node).form;
    return form?.kind === "values" && form.values.length === 1 && form.values[0] !== value;
  });
}

function onlyValue(type: Type<ModelId>, { models }: Schema): LiteralValue | undefined {
  if (type.kind === "literal") return type.value;
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  return model?.kind === "enum" && model.values.length === 1 ? model.values[0]?.value : undefined;
}

/** Of several schemas those that have just the fields of a model, where there are such. */
export function likeliest(
  model: Model<ModelId>,
  nodes: readonly SchemaNode[],
  { reader }: Likeness,
): readonly SchemaNode[] {
  if (nodes.length < 2 || model.kind !== "object") return nodes;
  const key = namesKey(model.fields.map(({ name }) => name));
  const same = nodes.filter((node) => {
    const { form } = reader.read(node);
    return form.kind === "object" && namesKey([...form.properties.keys()]) === key;
  });
  return same.length > 0 ? same : nodes;
}

/** Names as one text, whatever their case and order. */
export function namesKey(names: readonly string[]): string {
  return names.map(foldName).sort().join(" ");
}
