import { code, stringLiteral } from "../code.js";
import type { Declaration, ExpectedDeclaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { exportName } from "./export-names.js";
import { emitGuards } from "./guard.js";
import { modelShape } from "./model-shape.js";
import { typeNameOf } from "./own-name.js";

function emitValidate(context: EmitContext): Declaration {
  const { id } = context.model;
  const [guard, shape] = [context.valueName(id, "guard"), context.valueName(id, "shape")];
  const issues = code`${context.sharedName("issuesOf", "value")}(value, ${shape})`;
  return {
    kind: "function",
    name: context.valueName(id, "validate"),
    docs: code`The value as {@link ${context.typeName(id)}}, or every issue that keeps it from being that.`,
    parameters: [{ name: code`value`, type: code`unknown` }],
    returns: code`${context.sharedName("Result", "type")}<${context.typeName(id)}>`,
    body: [code`return ${guard}(value) ? { value } : { issues: ${issues} };`],
  };
}

function emitAssert(context: EmitContext): Declaration {
  const { id } = context.model;
  const issues = code`${context.sharedName("issuesOf", "value")}(value, ${context.valueName(id, "shape")})`;
  const error = context.sharedName("ModelValidationError", "value");
  const thrown = code`new ${error}(${stringLiteral(typeNameOf(context))}, ${issues})`;
  return {
    kind: "function",
    name: context.valueName(id, "assert"),
    docs: code`Throws a {@link ${error}} where a value does not fit {@link ${context.typeName(id)}}.`,
    parameters: [{ name: code`value`, type: code`unknown` }],
    returns: code`asserts value is ${context.typeName(id)}`,
    body: [code`if (!${context.valueName(id, "guard")}(value)) throw ${thrown};`],
  };
}

function emitShape(context: EmitContext): Declaration {
  const { id } = context.model;
  return {
    kind: "const",
    name: context.valueName(id, "shape"),
    docs: code`{@link ${context.typeName(id)}} as data, for other outputs.`,
    type: context.sharedName("ModelShape", "type"),
    value: modelShape(context),
  };
}

function emitSchema(context: EmitContext): Declaration {
  const { id } = context.model;
  const [validate, shape] = [context.valueName(id, "validate"), context.valueName(id, "shape")];
  return {
    kind: "const",
    name: context.valueName(id, "schema"),
    docs: code`{@link ${context.typeName(id)}} as a Standard Schema and a Standard JSON Schema.`,
    type: code`${context.sharedName("ModelSchema", "type")}<${context.typeName(id)}>`,
    value: code`/* @__PURE__ */ ${context.sharedName("modelSchema", "value")}(${validate}, ${shape})`,
  };
}

/** The validators of the context's model; the shape stands before the schema, which is made from it at once. */
export function emitValidators(context: EmitContext): readonly Declaration[] {
  return [...emitGuards(context), emitValidate(context), emitAssert(context), emitShape(context), emitSchema(context)];
}

/** What the model predicts of its validators. */
export function expectedValidators(context: EmitContext): readonly ExpectedDeclaration[] {
  const type = typeNameOf(context);
  const recursive = context.schema.recursive.has(context.model.id);
  return [
    { kind: "function", name: exportName(type, "guard") },
    ...(recursive ? [{ kind: "function", name: exportName(type, "guardWithin") } as const] : []),
    { kind: "function", name: exportName(type, "validate") },
    { kind: "function", name: exportName(type, "assert") },
    { kind: "const", name: exportName(type, "shape") },
    { kind: "const", name: exportName(type, "schema") },
  ];
}
