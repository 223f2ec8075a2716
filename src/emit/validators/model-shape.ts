import { knownDefault } from "../../defaults/known-default.js";
import type { EnumModel, Field, Model, ModelId, ObjectModel, UnionModel } from "../../model/model.js";
import type { Type } from "../../model/type.js";
import { wireNamesOf } from "../../model/wire-names.js";
import { type Code, code, literalCode, stringLiteral } from "../code.js";
import type { EmitContext } from "../emit-context.js";
import { indexTypeOf } from "../index-type.js";
import { isOptional } from "./field-check.js";
import { bracketed, linesCode, prefixed } from "./layout.js";
import { isClosed } from "./other-keys.js";
import { typeNameOf } from "./own-name.js";
import { fullDiscriminator } from "./tagged.js";
import { tuple, typeShape } from "./type-shape.js";
import { unionType } from "./union-type.js";
import { valueType } from "./value-type.js";

type Property = readonly Code[];

function fieldShape(field: Field<ModelId>, context: EmitContext): readonly Code[] {
  const presence = isOptional(field) ? [code`"optional"`] : [];
  return tuple(stringLiteral(field.localName), typeShape(valueType(field), context), ...presence);
}

function objectShape(model: ObjectModel<ModelId>, context: EmitContext): readonly Property[] {
  const additional = indexTypeOf(model);
  return [
    ...(isClosed(model, context) ? [[code`closed: true`]] : []),
    prefixed(code`fields: `, tuple(...model.fields.map((field) => fieldShape(field, context)))),
    ...(additional ? [prefixed(code`additional: `, typeShape(additional, context))] : []),
    ...wireNames(model),
    ...defaults(model, context),
  ];
}

function wireNames(model: ObjectModel<ModelId>): readonly Property[] {
  const pairs = [...wireNamesOf(model).keys].flatMap(([{ localName }, key]) =>
    key === localName ? [] : [tuple(stringLiteral(localName), stringLiteral(key))],
  );
  return pairs.length > 0 ? [prefixed(code`wireNames: `, tuple(...pairs))] : [];
}

/** As JSON text, so that a key `__proto__` is one like others, and each reader has a value of its own. */
function defaults({ fields }: ObjectModel<ModelId>, { schema, options }: EmitContext): readonly Property[] {
  const pairs = fields.flatMap((field) => {
    const json = knownDefault(field, schema.models);
    return json === undefined ? [] : [tuple(stringLiteral(field.localName), stringLiteral(json))];
  });
  if (pairs.length === 0) return [];
  const fills = options.defaults === "fill" ? [[code`fills: true`]] : [];
  return [prefixed(code`defaults: `, tuple(...pairs)), ...fills];
}

function aliasShape(type: Type<ModelId>, context: EmitContext): readonly Property[] {
  return [prefixed(code`type: `, typeShape(type, context))];
}

function taggedShape(model: UnionModel<ModelId>, context: EmitContext): readonly Property[] | undefined {
  const discriminator = fullDiscriminator(model);
  if (!discriminator) return undefined;
  const cases = [...discriminator.members].flatMap(([value, at]) => {
    const member = model.members[at];
    return member ? [tuple(literalCode(value), typeShape(member.type, context))] : [];
  });
  return [[code`tag: ${stringLiteral(discriminator.property)}`], prefixed(code`cases: `, tuple(...cases))];
}

/** An enum without values is what its type is: any string where it is open, else anything. */
function enumShape(model: EnumModel, context: EmitContext): readonly [Code, readonly Property[]] {
  if (model.values.length === 0) {
    return [code`"alias"`, aliasShape({ kind: "primitive", name: model.open ? "string" : "unknown" }, context)];
  }
  const values = code`values: ${context.valueName(model.id, "values")}`;
  return [code`"enum"`, [[values], ...(model.open ? [[code`open: true`]] : [])]];
}

function kindShape(
  model: Model<ModelId>,
  context: EmitContext,
): readonly [kind: Code, properties: readonly Property[]] {
  switch (model.kind) {
    case "object":
      return [code`"object"`, objectShape(model, context)];
    case "enum":
      return enumShape(model, context);
    case "union": {
      const tagged = taggedShape(model, context);
      return tagged ? [code`"tagged"`, tagged] : [code`"alias"`, aliasShape(unionType(model), context)];
    }
    case "alias":
      return [code`"alias"`, aliasShape(model.type, context)];
  }
}

/** The context's model as data for the run-time module. */
export function modelShape(context: EmitContext): Code {
  const { model } = context;
  const [kind, properties] = kindShape(model, context);
  const head = [
    [code`kind: ${kind}`],
    [code`name: ${stringLiteral(typeNameOf(context))}`],
    [code`page: ${stringLiteral(model.page)}`],
    [code`line: ${model.place.start.line}`],
    [code`is: ${context.valueName(model.id, "guard")}`],
  ];
  return linesCode(bracketed(code`{`, [...head, ...properties], code`}`));
}
