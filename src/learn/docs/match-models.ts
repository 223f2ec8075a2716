import { foldName } from "../../model/fold-name.js";
import type { Field, Model, ModelId, ObjectModel } from "../../model/model.js";
import type { Schema } from "../../model/schema.js";
import { groupBy } from "../group-by.js";

/** Models of two schemas that document the same: of one namespace and name, else of a name that both have once. */
export interface ModelPairs {
  /** Model of the other schema → the one that documents the same here. */
  readonly ours: ReadonlyMap<ModelId, Model<ModelId>>;
  readonly unmatched: readonly Model<ModelId>[];
}

/** Pairs the models of another schema with those of a schema. */
export function matchModels(schema: Schema, other: Schema): ModelPairs {
  const own = [...schema.models.values()];
  const others = [...other.models.values()];
  const ownByKey = groupBy(own, keyOf);
  const otherByKey = groupBy(others, keyOf);
  const ownByName = groupBy(own, nameOf);
  const otherByName = groupBy(others, nameOf);
  const matched = others.flatMap((model) => {
    const found =
      pairOf(ownByKey.get(keyOf(model)), otherByKey.get(keyOf(model))) ??
      pairOf(ownByName.get(nameOf(model)), otherByName.get(nameOf(model)));
    return found ? [[model.id, found] as const] : [];
  });
  const ours = new Map(matched);
  return { ours, unmatched: others.filter(({ id }) => !ours.has(id)) };
}

/** The one model, where both sides have one. */
function pairOf(
  own: readonly Model<ModelId>[] | undefined,
  others: readonly Model<ModelId>[] | undefined,
): Model<ModelId> | undefined {
  return own?.length === 1 && others?.length === 1 ? own[0] : undefined;
}

/** A field of another page and the one of the same name here, whatever the case of the two languages. */
export interface FieldPair {
  readonly own: Field<ModelId>;
  readonly other: Field<ModelId>;
}

/** Pairs the fields of two models by their names without case and separators; names that fold into one are left out. */
export function matchFields(
  own: ObjectModel<ModelId>,
  other: ObjectModel<ModelId>,
): { readonly pairs: readonly FieldPair[]; readonly unmatched: readonly Field<ModelId>[] } {
  const ownByName = groupBy(own.fields, ({ name }) => foldName(name));
  const otherByName = groupBy(other.fields, ({ name }) => foldName(name));
  const pairs = other.fields.flatMap((field) => {
    const mine = ownByName.get(foldName(field.name));
    const isSole = mine?.length === 1 && otherByName.get(foldName(field.name))?.length === 1;
    return mine?.[0] && isSole ? [{ own: mine[0], other: field }] : [];
  });
  const matched = new Set(pairs.map((pair) => pair.other));
  return { pairs, unmatched: other.fields.filter((field) => !matched.has(field)) };
}

function keyOf({ page, name }: Model<ModelId>): string {
  return `${foldName(page.split("/").at(-2) ?? "")}/${foldName(name)}`;
}

function nameOf({ name }: Model<ModelId>): string {
  return foldName(name);
}
