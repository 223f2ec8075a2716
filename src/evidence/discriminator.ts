import type { Discriminator, Field, Model, ModelId, UnionModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { LiteralValue, Type } from "../model/type.js";

/** The property that tells all members of a union apart by its value: required, of literals, disjoint. */
export function findDiscriminator(union: UnionModel<ModelId>, models: ModelLookup): Discriminator | undefined {
  const objects = union.members.map((member) => objectOf(member.type, models));
  const [first] = objects;
  if (!first || objects.length < 2 || objects.some((object) => object === undefined)) return undefined;
  for (const { localName } of first.fields) {
    const values = objects.map((object) =>
      tagValues(
        object?.fields.find((field) => field.localName === localName),
        models,
      ),
    );
    const members = disjoint(values);
    if (members) return { property: localName, members };
  }
  return undefined;
}

function objectOf(type: Type<ModelId>, models: ModelLookup): Extract<Model<ModelId>, { kind: "object" }> | undefined {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  return model?.kind === "object" ? model : undefined;
}

/** The values that a field admits, where it is required, never null, and admits literals alone. */
function tagValues(field: Field<ModelId> | undefined, models: ModelLookup): readonly LiteralValue[] | undefined {
  if (field?.presence.value !== "required" || field.nullability.value === "yes") return undefined;
  const type = field.type.value;
  if (type.kind === "literal") return [type.value];
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  return model?.kind === "enum" && !model.open ? model.values.map(({ value }) => value) : undefined;
}

function disjoint(values: readonly (readonly LiteralValue[] | undefined)[]): Discriminator["members"] | undefined {
  const members = new Map<LiteralValue, number>();
  for (const [index, admitted] of values.entries()) {
    if (!admitted || admitted.length === 0) return undefined;
    for (const value of admitted) {
      if (members.has(value)) return undefined;
      members.set(value, index);
    }
  }
  return members;
}
