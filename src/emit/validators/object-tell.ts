import type { Model, ModelId, ObjectModel } from "../../model/model.js";
import { type Code, code, joinCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { required, test } from "./condition.js";
import { fieldTellCalls } from "./field-tell.js";
import { type KeyFailure, otherKeyLines } from "./other-keys.js";
import { typeNameOf } from "./own-name.js";
import { placed } from "./subject.js";
import { breaks, misses } from "./told.js";
import { isMap } from "./type-condition.js";

/** Lines that tell of rows, in the order of the page. */
export interface RowLines {
  /** The line of the page that is told first. */
  readonly first: number;
  readonly lines: readonly Code[];
}

/** The lines that tell of the rows of a model: each call takes the next line of the page, unless it is told another. */
export function rowLines({ fields, place }: ObjectModel<ModelId>, context: EmitContext): RowLines {
  const rows = fields
    .flatMap((field) => fieldTellCalls(field, context).map((call) => ({ line: field.place.start.line, call })))
    .sort((one, other) => one.line - other.line);
  const lines = rows.flatMap(({ line, call }, at) => {
    const before = rows[at - 1];
    return before && before.line !== line - 1 ? [code`at.line = ${line};`, call] : [call];
  });
  return { first: rows[0]?.line ?? place.start.line, lines };
}

/** The lines that tell where the value is no object, and tell the others where it is one. */
export function enterObject(model: Model<ModelId>, { first, lines }: RowLines, context: EmitContext): readonly Code[] {
  const title = model.place.start.line;
  const names = [stringLiteral(model.page), stringLiteral(typeNameOf(context)), code`${first}`];
  const values = [code`at`, ...names, ...(title === 1 ? [] : [code`${title}`])];
  const call = code`${context.sharedName("tellObject", "value")}(${joinCode(values)})`;
  return lines.length === 0 ? [code`${call};`] : [code`if (!${call}) return;`, ...lines];
}

/** The lines that tell where an object may not hold values by keys: a Date; by the title of the page. */
function mapLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  if (!model.additional) return [];
  const place = code`{ ...at, line: ${model.place.start.line} }`;
  return required(isMap(placed.code, context), code`return ${misses(typeNameOf(context), context, "type", place)};`);
}

/** The lines that tell where the keys of an object beside its fields break what the page says of them. */
function otherKeyTellLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const isToLeave: KeyFailure["isToLeave"] = (told) => {
    const call = breaks(code`key`, told, context, model.place.start.line);
    return test(call, code`!${call}`);
  };
  return otherKeyLines(model, placed, { isToLeave, leave: code`return;` }, context);
}

/** The body of the tell of an object model. */
export function objectTellLines(model: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const { first, lines } = rowLines(model, context);
  return enterObject(
    model,
    { first, lines: [...mapLines(model, context), ...lines, ...otherKeyTellLines(model, context)] },
    context,
  );
}

/** The lines that tell of the fields of a model, for the tell of a union that knows the value to be an object. */
export function leafTellLines(leaf: ObjectModel<ModelId>, context: EmitContext): readonly Code[] {
  const { first, lines } = rowLines(leaf, context);
  return lines.length === 0 ? [] : [code`at.page = ${stringLiteral(leaf.page)};`, code`at.line = ${first};`, ...lines];
}
