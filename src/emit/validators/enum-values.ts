import type { EnumModel } from "../../model/model.js";
import { type Code, code, literalCode } from "../code.js";
import type { Declaration, ExpectedDeclaration } from "../declaration.js";
import type { EmitContext } from "../emit-context.js";
import { exportNames } from "./export-names.js";
import { bracketed, linesCode } from "./layout.js";
import { typeNameOf } from "./own-name.js";

function valuesList({ values }: EnumModel): readonly Code[] {
  const codes = [...new Set(values.map(({ value }) => literalCode(value)))];
  return bracketed(
    code`[`,
    codes.map((value) => [value]),
    code`]`,
  );
}

/** The constant that lists the values of an enum model; nothing for other models. */
export function emitEnumValues(context: EmitContext): readonly Declaration[] {
  const { model } = context;
  if (model.kind !== "enum") return [];
  const who = model.source ? code`an override` : code`the page`;
  return [
    {
      kind: "const",
      name: context.valueName(model.id, "values"),
      docs: code`The values of {@link ${context.typeName(model.id)}} that ${who} names.`,
      value: linesCode(valuesList(model)),
    },
  ];
}

/** What the model predicts of the constant of its values. */
export function expectedEnumValues(context: EmitContext): readonly ExpectedDeclaration[] {
  if (context.model.kind !== "enum") return [];
  return [{ kind: "const", name: exportNames(typeNameOf(context)).values }];
}
