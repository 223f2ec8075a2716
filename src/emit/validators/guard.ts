import { type Code, code } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { isConstant } from "./check.js";
import { block } from "./layout.js";

/** Lines for values that may throw when they are read: a getter, a proxy. */
function safely(lines: readonly Code[]): readonly Code[] {
  return [...block(code`try`, lines).slice(0, -1), ...block(code`} catch`, [code`return false;`])];
}

/** The guard of the context's model: its check, which has these lines, and an answer where reading throws. */
export function emitGuard(lines: readonly Code[], context: EmitContext): Declaration {
  const { model, schema } = context;
  const type = context.typeName(model.id);
  const check = context.valueName(model.id, "check");
  const depth = schema.recursive.has(model.id) ? code`, 0` : code``;
  const body = [code`return ${check}(value${depth});`];
  const mayThrow = model.kind !== "enum" && !isConstant(lines);
  return {
    kind: "function",
    name: context.valueName(model.id, "guard"),
    docs: code`Whether a value fits {@link ${type}}.`,
    parameters: [{ name: code`value`, type: code`unknown` }],
    returns: code`value is ${type}`,
    body: mayThrow ? safely(body) : body,
  };
}
