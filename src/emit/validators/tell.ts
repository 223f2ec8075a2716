import { type Code, code } from "../code.js";
import type { Declaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { tellParameters } from "./check-parameters.js";
import { call, required } from "./condition.js";
import { enumTellLines } from "./enum-check.js";
import { objectTellLines } from "./object-tell.js";
import { placed } from "./subject.js";
import { misses } from "./told.js";
import { typeTellLines } from "./type-tell.js";
import { unionTellLines } from "./union-tell.js";

/** The lines that tell the place `at` everything that its value breaks: the value is one that the check refuses. */
function tellLines(context: EmitContext): readonly Code[] {
  const { model } = context;
  switch (model.kind) {
    case "object":
      return objectTellLines(model, context);
    case "enum":
      return enumTellLines(model, context);
    case "union":
      return unionTellLines(model, context);
    case "alias":
      return typeTellLines(model.type, context);
  }
}

/** What ends the search in a value that is nested too deep. */
function enterLines(context: EmitContext): readonly Code[] {
  const mayEnter = call(context.sharedName("mayEnter", "value"), placed.depth);
  return required(mayEnter, code`return ${misses("plain data", context, "depth")};`);
}

/** The tell of the context's model: the check's slow counterpart, which finds every issue of a value that fails. */
export function emitTell(context: EmitContext): Declaration {
  const { id } = context.model;
  const isRecursive = context.schema.recursive.has(id);
  return {
    kind: "function",
    name: context.valueName(id, "tell"),
    docs: code`Tells what keeps a value from being a {@link ${context.typeName(id)}}.`,
    parameters: tellParameters(context),
    returns: code`void`,
    body: [...(isRecursive ? enterLines(context) : []), ...tellLines(context)],
  };
}
