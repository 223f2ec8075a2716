import type { Model, ModelId } from "../model/model.js";
import type { Schema } from "../model/schema.js";
import type { Type } from "../model/type.js";
import { type Seen, type Sightings, type Slot, slots } from "./find-nulls.js";

/** Marks as nullable what the pages' examples show as null, with where it was seen. */
export function inferNulls(schema: Schema, sightings: Sightings): Schema {
  if (sightings.size === 0) return schema;
  const models = [...schema.models].map(([id, model]) => {
    const seen = sightings.get(id);
    return [id, seen ? withNulls(model, seen) : model] as const;
  });
  return { ...schema, models: new Map(models) };
}

/** Marks as nullable what examples show as null in a model, but for fields of which an override says whether they may be null. */
export function withNulls(model: Model<ModelId>, seen: Seen): Model<ModelId> {
  switch (model.kind) {
    case "object": {
      const fields = model.fields.map((field, at) => {
        const source = seen.get(slots.part(at));
        const type = { ...field.type, value: innerNulls(field.type.value, slots.part(at), seen) };
        const isStated = field.nullability.source.origin === "override";
        return source && !isStated
          ? { ...field, type, nullability: { value: "yes" as const, source } }
          : { ...field, type };
      });
      if (!model.additional) return { ...model, fields };
      const additional = { ...model.additional, value: typeWithNulls(model.additional.value, slots.additional, seen) };
      return { ...model, fields, additional };
    }
    case "union": {
      const members = model.members.map((member, at) => ({
        ...member,
        type: innerNulls(member.type, slots.part(at), seen),
      }));
      return { ...model, members };
    }
    case "enum":
    case "alias":
      return model;
  }
}

function typeWithNulls(type: Type<ModelId>, slot: Slot, seen: Seen): Type<ModelId> {
  const source = seen.get(slot);
  const inner = innerNulls(type, slot, seen);
  return source && inner.kind !== "nullable" ? { kind: "nullable", type: inner, source } : inner;
}

/** Nulls below the outermost type, whose own null belongs to the field. */
function innerNulls(type: Type<ModelId>, slot: Slot, seen: Seen): Type<ModelId> {
  switch (type.kind) {
    case "array":
      return { kind: "array", items: typeWithNulls(type.items, slots.items(slot), seen) };
    case "map":
      return { kind: "map", values: typeWithNulls(type.values, slots.values(slot), seen) };
    case "nullable":
      return { ...type, type: innerNulls(type.type, slot, seen) };
    case "union": {
      const members = type.members.map((member, at) => innerNulls(member, slots.member(slot, at), seen));
      return { kind: "union", members };
    }
    case "primitive":
    case "literal":
    case "platform":
    case "external":
    case "stream":
    case "reference":
      return type;
  }
}
