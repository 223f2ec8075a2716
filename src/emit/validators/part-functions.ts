import type { ModelId } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { code } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { checkParameters, tellParameters } from "./check-parameters.js";
import { partCode, partTypes } from "./parts.js";
import { typeCheckLines } from "./type-check.js";
import { countsDepth } from "./type-condition.js";
import { typeTellLines } from "./type-tell.js";

type FunctionParts = Omit<Declaration & { kind: "function" }, "kind" | "name">;

/** A function for each part of the context's model. */
function forParts(
  by: "check" | "tell",
  context: EmitContext,
  make: (type: Type<ModelId>) => FunctionParts,
): readonly Declaration[] {
  return partTypes(context.model).flatMap((type) => {
    const name = partCode(type, by, context);
    return name ? [{ kind: "function", name, ...make(type) } as const] : [];
  });
}

/** The functions that check the parts of the context's model. */
export function emitPartChecks(context: EmitContext): readonly Declaration[] {
  return forParts("check", context, (type) => ({
    docs: code`Whether a value fits a part of {@link ${context.typeName(context.model.id)}}.`,
    parameters: checkParameters(countsDepth(type, context)),
    returns: code`boolean`,
    body: typeCheckLines(type, context),
  }));
}

/** The functions that tell what breaks the parts of the context's model. */
export function emitPartTells(context: EmitContext): readonly Declaration[] {
  return forParts("tell", context, (type) => ({
    docs: code`Tells what keeps a value from being a part of {@link ${context.typeName(context.model.id)}}.`,
    parameters: tellParameters(context),
    returns: code`void`,
    body: typeTellLines(type, context),
  }));
}
