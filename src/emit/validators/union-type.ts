import type { ModelId, UnionModel } from "../../model/model.js";
import type { Type } from "../../model/type.js";

/** The type that a union model stands for: without members it could be anything. */
export function unionType(model: UnionModel<ModelId>): Type<ModelId> {
  if (model.members.length === 0) return { kind: "primitive", name: "unknown" };
  return { kind: "union", members: model.members.map(({ type }) => type) };
}
