import { type Code, code } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { checkParameters, idleParameters } from "./check-parameters.js";
import { enumCheckLines } from "./enum-check.js";
import { objectCheckLines } from "./object-check.js";
import { typeCheckLines } from "./type-check.js";
import { unionCheckLines } from "./union-check.js";

/** The lines that check `value`. */
export function checkLines(context: EmitContext): readonly Code[] {
  const { model } = context;
  switch (model.kind) {
    case "object":
      return objectCheckLines(model, context);
    case "enum":
      return enumCheckLines(model);
    case "union":
      return unionCheckLines(model, context);
    case "alias":
      return typeCheckLines(model.type, context);
  }
}

/** Whether lines return without a look at the value. */
export function isConstant(lines: readonly Code[]): boolean {
  return lines.length === 1 && lines[0] === code`return true;`;
}

function enterLine(context: EmitContext): Code {
  return code`if (!${context.sharedName("mayEnter", "value")}(depth)) return false;`;
}

/** The check of the context's model, which the checks of other models call, from its lines. */
export function emitCheck(lines: readonly Code[], context: EmitContext): Declaration {
  const { model, schema } = context;
  const isRecursive = schema.recursive.has(model.id);
  const isIdle = isConstant(lines);
  return {
    kind: "function",
    name: context.valueName(model.id, "check"),
    docs: code`Whether a value fits {@link ${context.typeName(model.id)}}; it throws where reading the value does.`,
    parameters: isIdle ? idleParameters(isRecursive) : checkParameters(isRecursive),
    returns: code`boolean`,
    body: isRecursive && !isIdle ? [enterLine(context), ...lines] : lines,
  };
}
