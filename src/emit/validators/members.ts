import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";

/** The parts of a union, null beside them, with inner unions taken apart. */
export function membersOf(type: Type<ModelId>): readonly (Type<ModelId> | null)[] {
  if (type.kind === "union") return type.members.flatMap(membersOf);
  return type.kind === "nullable" ? [null, ...membersOf(type.type)] : [type];
}
