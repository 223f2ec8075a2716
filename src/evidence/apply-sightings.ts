import type { Fact, Source } from "../model/fact.js";
import type { Field, Model, ModelId, ObjectModel, Presence } from "../model/model.js";
import type { Schema } from "../model/schema.js";
import { type PrimitiveName, type Type, unknownType } from "../model/type.js";
import { type Seen, type Sightings, type Slot, slots } from "./slots.js";

/** Says of models what the pages' examples show, with where it was seen. */
export function applySightings(schema: Schema, sightings: Sightings): Schema {
  if (sightings.size === 0) return schema;
  const models = [...schema.models].map(([id, model]) => {
    const seen = sightings.get(id);
    return [id, seen ? withSightings(model, seen) : model] as const;
  });
  return { ...schema, models: new Map(models) };
}

/** Says of a model what examples show; a fact that an override gives stays as it is. */
export function withSightings(model: Model<ModelId>, seen: Seen): Model<ModelId> {
  switch (model.kind) {
    case "object":
      return widenKeys({ ...model, fields: model.fields.map((field, at) => widenField(field, at, seen)) }, seen);
    case "union": {
      if (isOverridden(model.source)) return model;
      const members = model.members.map((member, at) => ({
        ...member,
        type: widenType(member.type, slots.part(at), seen),
      }));
      return { ...model, members };
    }
    case "enum": {
      const source = seen.get(slots.otherValue);
      return source && !isOverridden(model.openSource) ? { ...model, open: true, openSource: source } : model;
    }
    case "alias":
      return model;
  }
}

function isOverridden(source: Source | undefined): boolean {
  return source?.origin === "override";
}

function widenField(field: Field<ModelId>, at: number, seen: Seen): Field<ModelId> {
  const slot = slots.part(at);
  const source = seen.get(slot);
  const type = isOverridden(field.type.source)
    ? field.type
    : { ...field.type, value: widenType(field.type.value, slot, seen) };
  const presence = widenPresence(field.presence, seen.get(slots.absent(slot)));
  const { value, source: said } = field.nullability;
  if (!source || value === "yes" || isOverridden(said)) return { ...field, type, presence };
  return { ...field, type, presence, nullability: { value: "yes", source } };
}

function widenPresence(presence: Fact<Presence>, source: Source | undefined): Fact<Presence> {
  if (!source || presence.value !== "required" || isOverridden(presence.source)) return presence;
  return { value: "optional", source };
}

function widenKeys(model: ObjectModel<ModelId>, seen: Seen): ObjectModel<ModelId> {
  const { additional } = model;
  const source = seen.get(slots.otherKey);
  if (!additional) return source ? { ...model, additional: { value: unknownType, source } } : model;
  if (isOverridden(additional.source)) return model;
  return { ...model, additional: { ...additional, value: widenInner(additional.value, slots.additional, seen) } };
}

/** A type below another one, whose null is its own. */
function widenInner(type: Type<ModelId>, slot: Slot, seen: Seen): Type<ModelId> {
  const source = seen.get(slot);
  const inner = widenType(type, slot, seen);
  return source && inner.kind !== "nullable" ? { kind: "nullable", type: inner, source } : inner;
}

/** What examples show below the outermost null, which belongs to the field. */
function widenType(type: Type<ModelId>, slot: Slot, seen: Seen): Type<ModelId> {
  switch (type.kind) {
    case "array":
      return { kind: "array", items: widenInner(type.items, slots.items(slot), seen) };
    case "map":
      return { kind: "map", values: widenInner(type.values, slots.values(slot), seen) };
    case "nullable":
      return { ...type, type: widenType(type.type, slot, seen) };
    case "union": {
      const members = type.members.map((member, at) => widenType(member, slots.member(slot, at), seen));
      return { ...type, members };
    }
    case "primitive": {
      const source = seen.get(slots.otherScalar(slot));
      return source ? { kind: "union", members: [type, otherScalarOf(type.name)], source } : type;
    }
    case "literal":
    case "platform":
    case "external":
    case "stream":
    case "reference":
      return type;
  }
}

function otherScalarOf(name: PrimitiveName): Type<ModelId> {
  return { kind: "primitive", name: name === "string" ? "number" : "string" };
}
