import type { EnumModel, Field, ModelId, ObjectModel, UnionModel } from "../model/model.js";
import { wireNamesOf } from "../model/wire-names.js";
import { type Code, code, identifier, literalCode, propertyName } from "./code.js";
import type { Declaration, ExpectedDeclaration, PropertyDeclaration } from "./declaration.js";
import { fieldDocs, modelDocs } from "./documentation.js";
import type { EmitContext } from "./emit-context.js";
import { indexTypeOf } from "./index-type.js";
import { typeCode, unionCode } from "./type-code.js";

/** The type of the context's model: an interface, or an alias of a union. */
export function emitType(context: EmitContext): Declaration {
  const { model, schema } = context;
  const name = identifier(nameOf(context));
  const docs = modelDocs(model, context.schema.models, context.options);
  switch (model.kind) {
    case "object":
      return { kind: "interface", name, docs, ...bodyOf(model, context) };
    case "enum":
      return { kind: "type", name, docs, type: enumCode(model) };
    case "union":
      return { kind: "type", name, docs, type: membersCode(model, context) };
    case "alias": {
      const maps = schema.recursive.has(model.id) ? "signature" : "record";
      return { kind: "type", name, docs, type: typeCode(model.type, context, maps) };
    }
  }
}

/** What the model says that its type declares. */
export function expectedType(context: EmitContext): ExpectedDeclaration {
  const { model } = context;
  const name = nameOf(context);
  if (model.kind !== "object") return { kind: "type", name };
  return { kind: "interface", name, members: model.fields.map((field) => memberOf(field)) };
}

function memberOf(field: Field<ModelId>): string {
  return field.presence.value === "required" ? field.localName : `${field.localName}?`;
}

function nameOf({ model, schema }: EmitContext): string {
  const name = schema.names.get(model.id)?.type;
  if (name === undefined) throw new Error(`no name for ${model.id}`);
  return name;
}

type InterfaceBody = Pick<Extract<Declaration, { kind: "interface" }>, "properties" | "index" | "extends">;

/** An interface without rows extends the record of everything: `{}` would admit numbers and strings too. */
function bodyOf(model: ObjectModel<ModelId>, context: EmitContext): InterfaceBody {
  const { additional } = model;
  const admitsAll = additional?.value.kind === "primitive" && additional.value.name === "unknown";
  if (model.fields.length === 0 && admitsAll) {
    return { properties: [], extends: code`${context.globalType("Record")}<string, unknown>` };
  }
  return { properties: propertiesOf(model, context), index: indexOf(model, context) };
}

function propertiesOf(model: ObjectModel<ModelId>, context: EmitContext): readonly PropertyDeclaration[] {
  const { keys } = wireNamesOf(model);
  return model.fields.map((field) => ({
    name: propertyName(field.localName),
    type: propertyCode(field, context),
    optional: field.presence.value !== "required",
    docs: fieldDocs(field, keys.get(field) ?? field.localName, context.schema.models),
  }));
}

function propertyCode(field: Field<ModelId>, context: EmitContext): Code {
  const type = typeCode(field.type.value, context);
  const { value: nullability, source } = field.nullability;
  // `unknown` takes in null: a reader is told where something says so, as in `any | null` of SDKs.
  if (nullability === "yes" && type === code`unknown` && source.origin !== "policy") return code`unknown | null`;
  const members = nullability === "yes" ? [type, code`null`] : [type];
  if (field.presence.value !== "required" && context.options.optional === "undefined") members.push(code`undefined`);
  return unionCode(members);
}

function indexOf(model: ObjectModel<ModelId>, context: EmitContext): InterfaceBody["index"] {
  const type = indexTypeOf(model);
  if (!type) return undefined;
  const optional = model.fields.some((field) => field.presence.value !== "required");
  return { type: unionCode([typeCode(type, context), ...(optional ? [code`undefined`] : [])]) };
}

function enumCode(model: EnumModel): Code {
  const literals = model.values.map(({ value }) => literalCode(value));
  if (literals.length === 0 && !model.open) return code`unknown`;
  const open = model.open ? openCodes(model) : [];
  return unionCode([...literals, ...open]);
}

/** `string & {}` admits every string and leaves the literals to completion. */
function openCodes(model: EnumModel): readonly Code[] {
  const kinds = new Set(model.values.map(({ value }) => typeof value));
  if (kinds.size === 0) kinds.add("string");
  return [...kinds].flatMap((kind) => {
    if (kind === "string") return [code`(string & {})`];
    return kind === "number" ? [code`(number & {})`] : [];
  });
}

function membersCode(model: UnionModel<ModelId>, context: EmitContext): Code {
  if (model.members.length === 0) return code`unknown`;
  const maps = context.schema.recursive.has(model.id) ? "signature" : "record";
  return unionCode(model.members.flatMap((member) => typeCode(member.type, context, maps)));
}
