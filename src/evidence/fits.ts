import type { ExampleValue } from "../model/example.js";
import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { PrimitiveName, Type } from "../model/type.js";

/** Tells whether an example's value could be of a type. */
export type Fits = (value: ExampleValue, type: Type<ModelId>) => boolean;

/** Unions that are members of unions are followed at most so far for one value. */
const longestChain = 32;

/**
 * Makes the test of values against the types of a schema. Null fits everywhere, since it is what examples are asked
 * about. Answers are kept: a value is held against a type once, however many unions lead to it.
 */
export function fitsIn(models: ModelLookup): Fits {
  const known = new WeakMap<ExampleValue, Map<Type<ModelId>, boolean>>();
  const fits = (value: ExampleValue, type: Type<ModelId>, chain: number): boolean => {
    const answers = known.get(value) ?? new Map<Type<ModelId>, boolean>();
    known.set(value, answers);
    const answer = answers.get(type) ?? fitsType(value, type, chain);
    answers.set(type, answer);
    return answer;
  };

  const fitsType = (value: ExampleValue, type: Type<ModelId>, chain: number): boolean => {
    if (value.kind === "null" || chain > longestChain) return true;
    switch (type.kind) {
      case "primitive":
        return fitsPrimitive(value, type.name);
      case "literal":
        return isScalar(value) && value.value === type.value;
      case "platform":
      case "stream":
        return value.kind === "call";
      case "external":
        return true;
      case "array":
        return value.kind === "array" && value.items.every((item) => fits(item, type.items, 0));
      case "map":
        return value.kind === "object" && value.entries.every((entry) => fits(entry.value, type.values, 0));
      case "union":
        return type.members.some((member) => fits(value, member, chain + 1));
      case "nullable":
        return fits(value, type.type, chain);
      case "reference": {
        const model = models.get(type.target);
        return model !== undefined && fitsModel(value, model, chain + 1);
      }
    }
  };

  const fitsModel = (value: ExampleValue, model: Model<ModelId>, chain: number): boolean => {
    switch (model.kind) {
      case "object":
        return value.kind === "object" && fitsObject(value, model);
      case "enum":
        if (!isScalar(value)) return value.kind === "call";
        return model.values.some((one) => one.value === value.value || (model.open && typeof one.value === value.kind));
      case "union":
        return model.members.some((member) => fits(value, member.type, chain));
      case "alias":
        return fits(value, model.type, chain);
    }
  };

  const fitsObject = (
    value: Extract<ExampleValue, { kind: "object" }>,
    model: Extract<Model<ModelId>, { kind: "object" }>,
  ): boolean => {
    const entries = new Map(value.entries.map((entry) => [entry.key, entry.value]));
    const allThere = model.fields.every((field) => {
      const entry = entries.get(field.name);
      return entry ? fits(entry, field.type.value, 0) : field.presence.value !== "required";
    });
    if (!allThere || model.additional) return allThere;
    const names = new Set(model.fields.map((field) => field.name));
    return value.entries.every((entry) => names.has(entry.key));
  };

  return (value, type) => fits(value, type, 0);
}

function isScalar(value: ExampleValue): value is Extract<ExampleValue, { kind: "string" | "number" | "boolean" }> {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

function fitsPrimitive(value: ExampleValue, name: PrimitiveName): boolean {
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
