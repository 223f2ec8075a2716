import { nameModels } from "../../src/link/model-names.js";
import type { ExampleValue } from "../../src/model/example.js";
import type { Fact } from "../../src/model/fact.js";
import {
  type Discriminator,
  type EnumModel,
  type Field,
  type Model,
  type ModelId,
  modelId,
  type Nullability,
  type ObjectModel,
  type Presence,
} from "../../src/model/model.js";
import { modelReferences } from "../../src/model/model-references.js";
import type { Place } from "../../src/model/place.js";
import { findRecursive } from "../../src/model/recursion.js";
import type { Schema } from "../../src/model/schema.js";
import type { LiteralValue, PrimitiveName, Type } from "../../src/model/type.js";

/** A linked type. */
export type LinkedType = Type<ModelId>;

/** A linked model. */
export type LinkedModel = Model<ModelId>;

function fact<Value>(value: Value): Fact<Value> {
  return { value, source: { origin: "cell" } };
}

function lineAt(line: number): Place {
  return { start: { line, column: 1, offset: 0 }, end: { line, column: 2, offset: 1 } };
}

function pageOf(name: string): string {
  return `models/${name}.md`;
}

function common(name: string) {
  return { id: modelId(pageOf(name)), page: pageOf(name), name, notation: "typescript", place: lineAt(1) } as const;
}

/** A type that needs no page. */
export function primitive(name: PrimitiveName): LinkedType {
  return { kind: "primitive", name };
}

/** A type of one value. */
export function literal(value: LiteralValue): LinkedType {
  return { kind: "literal", value };
}

/** A list. */
export function array(items: LinkedType): LinkedType {
  return { kind: "array", items };
}

/** An object with any keys. */
export function map(values: LinkedType): LinkedType {
  return { kind: "map", values };
}

/** A choice within a cell. */
export function union(...members: readonly LinkedType[]): LinkedType {
  return { kind: "union", members };
}

/** A type or null. */
export function nullable(type: LinkedType): LinkedType {
  return { kind: "nullable", type, source: { origin: "cell" } };
}

/** A model by its name. */
export function reference(name: string): LinkedType {
  return { kind: "reference", target: modelId(pageOf(name)) };
}

/** A field, required and never null unless said; its row stands at line 10 and below. */
export function field(
  name: string,
  type: LinkedType,
  presence: Presence = "required",
  nullability: Nullability = "no",
): Field<ModelId> {
  return {
    name,
    localName: name,
    type: fact(type),
    presence: fact(presence),
    nullability: fact(nullability),
    place: lineAt(10),
  };
}

/** A field that JSON calls otherwise. */
export function called(wireName: string, row: Field<ModelId>): Field<ModelId> {
  return { ...row, wireName: fact(wireName) };
}

/** A field with a default, from what JSON.parse makes of it. */
export function defaulting(json: string, row: Field<ModelId>): Field<ModelId> {
  return { ...row, default: fact(exampleOf(JSON.parse(json))) };
}

/** A value of JSON as pages and overrides say it. */
export function exampleOf(value: unknown): ExampleValue {
  const place = lineAt(1);
  if (typeof value === "string") return { kind: "string", value, place };
  if (typeof value === "number") return { kind: "number", value, place };
  if (typeof value === "boolean") return { kind: "boolean", value, place };
  if (Array.isArray(value)) return { kind: "array", items: value.map(exampleOf), place };
  if (typeof value !== "object" || value === null) return { kind: "null", place };
  const entries = Object.entries(value).map(([key, inner]) => ({ key, place, value: exampleOf(inner) }));
  return { kind: "object", entries, place };
}

/** A page with a table of fields, whose rows stand at lines 10, 11, 12… */
export function object(name: string, fields: readonly Field<ModelId>[], additional?: LinkedType): ObjectModel<ModelId> {
  const placed = fields.map((row, at) => ({ ...row, place: lineAt(10 + at) }));
  return { kind: "object", ...common(name), fields: placed, ...(additional ? { additional: fact(additional) } : {}) };
}

/** A page with a list of values. */
export function enumeration(name: string, values: readonly LiteralValue[], open = false): EnumModel {
  return {
    kind: "enum",
    ...common(name),
    open,
    values: values.map((value, at) => ({ value, place: lineAt(10 + at) })),
  };
}

/** A page with a choice of types. */
export function choice(name: string, members: readonly LinkedType[], discriminator?: Discriminator): LinkedModel {
  return {
    kind: "union",
    ...common(name),
    members: members.map((type, at) => ({ type, place: lineAt(10 + at) })),
    ...(discriminator ? { discriminator } : {}),
  };
}

/** A page that names another type. */
export function alias(name: string, type: LinkedType): LinkedModel {
  return { kind: "alias", cause: "unreadable", ...common(name), type };
}

/** Models as link would hand them over. */
export function schemaOf(...models: readonly LinkedModel[]): Schema {
  const sorted = [...models].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = nameModels(sorted);
  return {
    models: new Map(sorted.map((model) => [model.id, model])),
    names: new Map(sorted.flatMap((model, at) => (names[at] ? [[model.id, names[at]] as const] : []))),
    recursive: findRecursive(new Map(sorted.map((model) => [model.id, modelReferences(model)]))),
    borrowed: new Set(),
  };
}
