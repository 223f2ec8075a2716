import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import type { Type } from "../../src/model/type.js";
import { modelsOf, type ProofCase } from "./proof-case.js";

/** The first models of a case whose kinds of types no model before has had together, so many at most. */
export function diverseModels(proof: ProofCase, count: number): ReadonlySet<ModelId> {
  const found = new Map<string, ModelId>();
  for (const { model } of modelsOf(proof)) {
    const traits = traitsOf(model, proof.schema);
    if (!found.has(traits)) found.set(traits, model.id);
  }
  return new Set([...found.values()].slice(0, count));
}

function traitsOf(model: Model<ModelId>, schema: Schema): string {
  const recursive = schema.recursive.has(model.id) ? ["recursive"] : [];
  return [...new Set([model.kind, ...recursive, ...modelTraits(model)])].sort().join();
}

function modelTraits(model: Model<ModelId>): readonly string[] {
  switch (model.kind) {
    case "object":
      return model.fields.flatMap(({ type, presence }) => [presence.value, ...typeTraits(type.value)]);
    case "enum":
      return [model.open ? "open" : "closed", ...model.values.map(({ value }) => typeof value)];
    case "union":
      return [model.discriminator ? "told" : "tried", ...model.members.flatMap(({ type }) => typeTraits(type))];
    case "alias":
      return typeTraits(model.type);
  }
}

function typeTraits(type: Type<ModelId>): readonly string[] {
  switch (type.kind) {
    case "primitive":
      return [type.name];
    case "array":
    case "stream":
      return [type.kind, ...typeTraits(type.items)];
    case "map":
      return [type.kind, ...typeTraits(type.values)];
    case "union":
      return [type.kind, ...type.members.flatMap(typeTraits)];
    case "nullable":
      return [type.kind, ...typeTraits(type.type)];
    case "literal":
    case "platform":
    case "external":
    case "reference":
      return [type.kind];
  }
}
