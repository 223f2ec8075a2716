import { type Code, code, joinCode } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { enumGuardLines } from "./enum-guard.js";
import { linesCode } from "./layout.js";
import { objectGuardLines } from "./object-guard.js";
import { typeGuardLines, unionGuardLines } from "./union-guard.js";

/** The lines that tell whether `value` is of the context's model. */
function guardLines(context: EmitContext): readonly Code[] {
  const { model } = context;
  switch (model.kind) {
    case "object":
      return objectGuardLines(model, context);
    case "enum":
      return enumGuardLines(model);
    case "union":
      return unionGuardLines(model, context);
    case "alias":
      return typeGuardLines(model.type, context);
  }
}

/** Whether lines return without a look at the value. */
function isConstant(lines: readonly Code[]): boolean {
  const body = joinCode(lines, code`\n`);
  return body === code`return true;` || body === code`return false;`;
}

/** The guards of the context's model: `isFoo`, and for a recursive one `isFooWithin`. */
export function emitGuards(context: EmitContext): readonly Declaration[] {
  const { model, schema } = context;
  const [type, name] = [context.typeName(model.id), context.valueName(model.id, "guard")];
  const lines = guardLines(context);
  const value = isConstant(lines) ? code`_value` : code`value`;
  const parameter = { name: value, type: code`unknown` };
  const guard = { kind: "function", name, returns: code`${value} is ${type}` } as const;
  const docs = code`Whether a value fits {@link ${type}}.`;
  if (!schema.recursive.has(model.id)) return [{ ...guard, docs, parameters: [parameter], body: [linesCode(lines)] }];
  const within = context.valueName(model.id, "guardWithin");
  const rootDepth = context.sharedName("rootDepth", "value");
  const tooDeep = code`if (depth > ${context.sharedName("maximumDepth", "value")}) return false;`;
  return [
    {
      ...guard,
      returns: code`value is ${type}`,
      docs,
      parameters: [{ name: code`value`, type: code`unknown` }],
      body: [code`return ${within}(value, ${rootDepth}());`],
    },
    {
      ...guard,
      name: within,
      docs: code`{@link ${name}} for the guards of other models: \`depth\` recursive models contain the value.`,
      parameters: [parameter, { name: code`depth`, type: code`number` }],
      body: [linesCode([tooDeep, ...lines])],
    },
  ];
}
