import type { ExampleEntry, ExampleValue } from "../model/example.js";
import type { Field, ModelId, ObjectModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { Type } from "../model/type.js";
import { type Fits, fieldsByName } from "./fits.js";
import { leavesOf } from "./union-leaves.js";

/** A value, or a part of one, and the type that it fits. */
export interface Fitting {
  readonly value: ExampleValue;
  readonly type: Type<ModelId>;
}

/**
 * The first member of a choice that a value fits; where it has keys of other members too, as the compiler allows a literal, each of
 * those with its own type. Nothing where it fits none.
 */
export function fittingMember(
  value: ExampleValue,
  types: readonly Type<ModelId>[],
  models: ModelLookup,
  fits: Fits,
): readonly Fitting[] {
  const leaves = leavesOf(types, models);
  const whole = leaves.find((type) => fits(value, type));
  if (whole) return [{ value, type: whole }];
  if (value.kind !== "object") return [];
  const objects = leaves.flatMap((type) => objectOf(type, models) ?? []);
  for (const model of objects) {
    const isOwn = ({ key }: ExampleEntry): boolean => fieldsByName(model).has(key);
    const own = { ...value, entries: value.entries.filter(isOwn) };
    const type = { kind: "reference", target: model.id } as const;
    if (!fits(own, type)) continue;
    const others = value.entries.filter((entry) => !isOwn(entry)).map((entry) => otherKey(entry, objects));
    if (others.every(({ type: { members } }) => members.length > 0)) return [{ value: own, type }, ...others];
  }
  return [];
}

function objectOf(type: Type<ModelId>, models: ModelLookup): ObjectModel<ModelId> | undefined {
  const model = type.kind === "reference" ? models.get(type.target) : undefined;
  return model?.kind === "object" ? model : undefined;
}

function otherKey({ key, value }: ExampleEntry, objects: readonly ObjectModel<ModelId>[]) {
  const members = objects.flatMap((model): readonly Type<ModelId>[] => {
    const field = model.fields[fieldsByName(model).get(key) ?? -1];
    return field ? [wholeType(field)] : [];
  });
  return { value, type: { kind: "union", members } } as const;
}

function wholeType({ type, nullability }: Field<ModelId>): Type<ModelId> {
  return nullability.value === "yes" ? { kind: "nullable", type: type.value, source: nullability.source } : type.value;
}
