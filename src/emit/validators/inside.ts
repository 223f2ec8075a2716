import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import type { Code } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { membersOf } from "./members.js";
import { hasInside, partCode } from "./parts.js";
import { dateFunction } from "./type-condition.js";

/** The function that checks or tells a type; undefined where code does so in place. */
export function functionOf(type: Type<ModelId>, by: "check" | "tell", context: EmitContext): Code | undefined {
  if (type.kind === "reference") return context.valueName(type.target, by);
  if (type.kind !== "primitive") return partCode(type, by, context);
  return type.name === "date" || type.name === "date-time" ? dateFunction(type.name, by, context) : undefined;
}

/** The function that tells the issues inside of a value that is not of a type; undefined where there is no inside. */
export function insideTell(type: Type<ModelId>, context: EmitContext): Code | undefined {
  if (!hasInside(type)) return undefined;
  const own = functionOf(type, "tell", context);
  if (own) return own;
  const [only] = membersOf(type).filter((member) => member !== null);
  return only && only !== type ? insideTell(only, context) : undefined;
}
