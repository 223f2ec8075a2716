import { type Code, code, stringLiteral } from "../code.js";
import type { Declaration, ExpectedDeclaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { checkLines, emitCheck } from "./check.js";
import { exportNames, partName } from "./export-names.js";
import { emitGuard } from "./guard.js";
import { modelShape } from "./model-shape.js";
import { typeNameOf } from "./own-name.js";
import { emitPartChecks, emitPartTells } from "./part-functions.js";
import { partTypes } from "./parts.js";
import { fullDiscriminator } from "./tagged.js";
import { emitTell } from "./tell.js";

/** The call that finds every issue of a `value` that the guard refused. */
function failureCode(context: EmitContext): Code {
  const { model } = context;
  const { id, page, place } = model;
  // The tell of an object says itself where its page is.
  const saysPage = model.kind === "object" || (model.kind === "union" && fullDiscriminator(model) !== undefined);
  const title = saysPage ? code`` : code`, ${stringLiteral(page)}, ${place.start.line}`;
  return code`${context.sharedName("failureOf", "value")}(value, ${context.valueName(id, "tell")}${title})`;
}

function emitValidate(context: EmitContext): Declaration {
  const { id } = context.model;
  return {
    kind: "function",
    name: context.valueName(id, "validate"),
    docs: code`The value as {@link ${context.typeName(id)}}, or every issue that keeps it from being that.`,
    parameters: [{ name: code`value`, type: code`unknown` }],
    returns: code`${context.sharedName("Result", "type")}<${context.typeName(id)}>`,
    body: [code`return ${context.valueName(id, "guard")}(value) ? { value } : ${failureCode(context)};`],
  };
}

function emitAssert(context: EmitContext): Declaration {
  const { id } = context.model;
  const error = context.sharedName("ModelValidationError", "value");
  const thrown = code`new ${error}(${stringLiteral(typeNameOf(context))}, ${failureCode(context)}.issues)`;
  return {
    kind: "function",
    name: context.valueName(id, "assert"),
    docs: code`Throws a {@link ${error}} where a value does not fit {@link ${context.typeName(id)}}.`,
    parameters: [{ name: code`value`, type: code`unknown` }],
    returns: code`asserts value is ${context.typeName(id)}`,
    body: [code`if (!${context.valueName(id, "guard")}(value)) throw ${thrown};`],
  };
}

function emitParse(context: EmitContext): Declaration {
  const { id } = context.model;
  const [validate, shape] = [context.valueName(id, "validate"), context.valueName(id, "shape")];
  return {
    kind: "function",
    name: context.valueName(id, "parse"),
    docs: code`The {@link ${context.typeName(id)}} that JSON text carries, or every issue that keeps it from being that.`,
    parameters: [{ name: code`json`, type: code`string` }],
    returns: code`${context.sharedName("Result", "type")}<${context.typeName(id)}>`,
    body: [code`return ${context.sharedName("parseModel", "value")}(json, ${shape}, ${validate});`],
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
  const lines = checkLines(context);
  return [
    emitGuard(lines, context),
    emitValidate(context),
    emitAssert(context),
    emitParse(context),
    emitCheck(lines, context),
    ...emitPartChecks(context),
    emitTell(context),
    ...emitPartTells(context),
    emitShape(context),
    emitSchema(context),
  ];
}

/** What the model predicts of its validators. */
export function expectedValidators(context: EmitContext): readonly ExpectedDeclaration[] {
  const type = typeNameOf(context);
  const { guard, validate, assert, parse, check, tell, shape, schema } = exportNames(type);
  const withParts = (whole: string): readonly string[] => [
    whole,
    ...partTypes(context.model).map((_, at) => partName(whole, at + 1)),
  ];
  const functions = [guard, validate, assert, parse, ...withParts(check), ...withParts(tell)];
  return [
    ...functions.map((name) => ({ kind: "function", name }) as const),
    { kind: "const", name: shape },
    { kind: "const", name: schema },
  ];
}
