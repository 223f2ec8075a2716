import type { ExampleValue } from "../model/example.js";
import type { Model, ModelId } from "../model/model.js";
import type { Type } from "../model/type.js";

type Models = ReadonlyMap<ModelId, Model<ModelId>>;

/** How deep a fit is looked at: enough to tell members apart, and an end for models that contain themselves. */
const deepestFit = 8;

/** Whether an example's value could be of a type; null fits everywhere, since it is what examples are asked about. */
export function fits(value: ExampleValue, type: Type<ModelId>, models: Models, depth = 0): boolean {
  if (value.kind === "null" || depth > deepestFit) return true;
  switch (type.kind) {
    case "primitive":
      return fitsPrimitive(value, type.name);
    case "literal":
      return (value.kind === "string" || value.kind === "number" || value.kind === "boolean") && value.value === type.value;
    case "platform":
    case "stream":
      return value.kind === "call";
    case "external":
      return true;
    case "array":
      return value.kind === "array" && value.items.every((item) => fits(item, type.items, models, depth + 1));
    case "map":
      return value.kind === "object" && value.entries.every((entry) => fits(entry.value, type.values, models, depth + 1));
    case "union":
      return type.members.some((member) => fits(value, member, models, depth + 1));
    case "nullable":
      return fits(value, type.type, models, depth);
    case "reference": {
      const model = models.get(type.target);
      return model !== undefined && fitsModel(value, model, models, depth + 1);
    }
  }
}

function fitsPrimitive(value: ExampleValue, name: Extract<Type<never>, { kind: "primitive" }>["name"]): boolean {
  switch (name) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
      return value.kind === name;
    case "integer":
      return value.kind === "number";
    case "decimal":
    case "date-time":
    case "date":
      return value.kind === "call" || value.kind === "string";
    case "unknown":
      return true;
  }
}

function fitsModel(value: ExampleValue, model: Model<ModelId>, models: Models, depth: number): boolean {
  switch (model.kind) {
    case "object":
      return value.kind === "object" && fitsObject(value, model, models, depth);
    case "enum":
      if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return value.kind === "call";
      return model.values.some((known) => known.value === value.value || (model.open && typeof known.value === value.kind));
    case "union":
      return model.members.some((member) => fits(value, member.type, models, depth));
    case "alias":
      return fits(value, model.type, models, depth);
  }
}

function fitsObject(
  value: Extract<ExampleValue, { kind: "object" }>,
  model: Extract<Model<ModelId>, { kind: "object" }>,
  models: Models,
  depth: number,
): boolean {
  const entries = new Map(value.entries.map((entry) => [entry.key, entry.value]));
  const allThere = model.fields.every((field) => {
    const entry = entries.get(field.name);
    return entry ? fits(entry, field.type.value, models, depth + 1) : field.presence.value !== "required";
  });
  if (!allThere || model.additional) return allThere;
  const names = new Set(model.fields.map((field) => field.name));
  return value.entries.every((entry) => names.has(entry.key));
}
