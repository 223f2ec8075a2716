import { foldName } from "../../src/model/fold-name.js";
import type { Model, ModelId } from "../../src/model/model.js";
import { folderOf } from "../../src/model/path.js";
import type { Schema } from "../../src/model/schema.js";
import type { PrimitiveName, Type } from "../../src/model/type.js";

/** A type without names of models, presence and null: what should be the same in every language. */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "value"; readonly name: string }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "array" | "map"; readonly of: Shape }
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, Shape> }
  /** A model that lies deeper than is looked at. */
  | { readonly kind: "deep" };

/** How many models deep types are compared. */
const deepest = 4;

/** Names of primitives that languages tell apart and JSON does not. */
const alike: Readonly<Record<PrimitiveName, string>> = {
  string: "string",
  boolean: "boolean",
  number: "number",
  integer: "number",
  bigint: "number",
  decimal: "number",
  "date-time": "date",
  date: "date",
  unknown: "any",
};

const any: Shape = { kind: "any" };

/** What a language's SDK hands through beside the API's own data: its pages say what its run-time calls it. */
const runtimeFields: ReadonlySet<string> = new Set(["httpmeta", "rawresponse", "statuscode", "contenttype", "headers"]);

/** Whether a field is of the SDK's run-time. */
export function isOfRuntime(field: string): boolean {
  return runtimeFields.has(field);
}

/** A model's name with its namespace: the last folder of its page. */
export function keyOf({ page, name }: Model<ModelId>): string {
  return `${foldName(folderOf(page).split("/").at(-2) ?? "")}/${foldName(name)}`;
}

/** The shape of a model. */
export function modelShape(model: Model<ModelId>, schema: Schema, depth: number = 0): Shape {
  switch (model.kind) {
    case "object": {
      const fields = model.fields.map(
        ({ name, type }) => [foldName(name), typeShape(type.value, schema, depth)] as const,
      );
      return { kind: "object", fields: new Map(fields.filter(([name]) => !isOfRuntime(name))) };
    }
    case "enum":
      return unionOf(model.values.map(({ value }) => ({ kind: "literal", value: JSON.stringify(value) })));
    case "union":
      return unionOf(model.members.map(({ type }) => typeShape(type, schema, depth)));
    case "alias":
      return typeShape(model.type, schema, depth);
  }
}

/** The shape of a type. */
export function typeShape(type: Type<ModelId>, schema: Schema, depth: number): Shape {
  switch (type.kind) {
    case "primitive":
      return alike[type.name] === "any" ? any : { kind: "value", name: alike[type.name] };
    case "literal":
      return { kind: "literal", value: JSON.stringify(type.value) };
    case "platform":
    case "external":
      return { kind: "value", name: type.name };
    case "stream":
      return { kind: "value", name: "Uint8Array" };
    case "array":
      return { kind: "array", of: typeShape(type.items, schema, depth) };
    case "map":
      return { kind: "map", of: typeShape(type.values, schema, depth) };
    case "union":
      return unionOf(type.members.map((member) => typeShape(member, schema, depth)));
    case "nullable":
      return typeShape(type.type, schema, depth);
    case "reference": {
      const model = schema.models.get(type.target);
      if (!model) return any;
      return depth >= deepest ? { kind: "deep" } : modelShape(model, schema, depth + 1);
    }
  }
}

/** A union of distinct members, without unions among them. */
function unionOf(members: readonly Shape[]): Shape {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  if (flat.some(({ kind }) => kind === "any")) return any;
  const distinct = [...new Map(flat.map((member) => [shapeText(member), member])).values()];
  const [only] = distinct;
  return only && distinct.length === 1 ? only : { kind: "union", members: distinct };
}

/** A text that is the same for shapes that are the same. */
export function shapeText(shape: Shape): string {
  switch (shape.kind) {
    case "any":
    case "deep":
      return shape.kind;
    case "value":
      return shape.name;
    case "literal":
      return shape.value;
    case "array":
    case "map":
      return `${shape.kind}<${shapeText(shape.of)}>`;
    case "union":
      return `(${shape.members.map(shapeText).sort().join("|")})`;
    case "object":
      return `{${[...shape.fields]
        .map(([name, field]) => `${name}:${shapeText(field)}`)
        .sort()
        .join(",")}}`;
  }
}
