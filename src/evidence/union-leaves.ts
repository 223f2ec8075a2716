import type { ModelId, UnionModel } from "../model/model.js";
import type { ModelLookup } from "../model/schema.js";
import type { Type } from "../model/type.js";

const knownTypes = new WeakMap<UnionModel<ModelId>, readonly Type<ModelId>[]>();

/** The types of a union's members, the same list each time. */
export function memberTypes(union: UnionModel<ModelId>): readonly Type<ModelId>[] {
  const types = knownTypes.get(union) ?? union.members.map((member) => member.type);
  knownTypes.set(union, types);
  return types;
}

/** What a choice of types comes to: unions in it are taken apart, and each model stands once. */
export function leavesOf(types: readonly Type<ModelId>[], models: ModelLookup): readonly Type<ModelId>[] {
  const seen = new Set<ModelId>();
  const leaves: Type<ModelId>[] = [];
  const open = [...types];
  for (let type = open.pop(); type; type = open.pop()) {
    if (type.kind === "nullable") open.push(type.type);
    else if (type.kind === "union") open.push(...type.members);
    else if (type.kind !== "reference") leaves.push(type);
    else if (!seen.has(type.target)) {
      seen.add(type.target);
      const model = models.get(type.target);
      if (model?.kind === "union") open.push(...memberTypes(model));
      else if (model?.kind === "alias") open.push(model.type);
      else leaves.push(type);
    }
  }
  return leaves.reverse();
}
