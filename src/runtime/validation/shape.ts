/** A value that a type names. */
export type LiteralShape = string | number | boolean;

/** Types without parts; "date" and "date-time" are texts. */
export type SimpleShape =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "bigint"
  | "null"
  | "unknown"
  | "Date"
  | "date"
  | "date-time";

/** A type as data; a function stands for the model that it returns, which may be evaluated later than its user. */
export type TypeShape =
  | SimpleShape
  | readonly ["literal", readonly LiteralShape[]]
  | readonly ["array", TypeShape]
  | readonly ["map", TypeShape]
  | readonly ["union", readonly TypeShape[]]
  | readonly ["platform", string]
  | readonly ["guard", (value: unknown) => boolean]
  | (() => ModelShape);

/** A field: its name, its type, and whether the key may be left out. */
export type FieldShape = readonly [name: string, type: TypeShape, presence?: "optional"];

/** A field's name and its key in JSON. */
type WireName = readonly [name: string, wireName: string];

/** A field's name and the JSON text of its default, as it would stand in JSON. */
type DefaultShape = readonly [name: string, json: string];

interface NamedShape {
  readonly name: string;
  /** The page below the docs root, and the line of the model's title. */
  readonly page: string;
  readonly line: number;
  readonly is: (value: unknown) => boolean;
}

/** A model with fields. */
export interface ObjectShape extends NamedShape {
  readonly kind: "object";
  readonly fields: readonly FieldShape[];
  /** What other keys hold. */
  readonly additional?: TypeShape;
  /** Whether other keys are refused. */
  readonly closed?: true;
  /** Fields that JSON calls otherwise, and how: both names are unique within the model. */
  readonly wireNames?: readonly WireName[];
  /** The defaults of fields, as JSON text. */
  readonly defaults?: readonly DefaultShape[];
  /** Whether reading JSON fills the defaults in. */
  readonly fills?: true;
}

/** A model that is one of some values; an open one admits others of their types. */
export interface EnumShape extends NamedShape {
  readonly kind: "enum";
  readonly values: readonly LiteralShape[];
  readonly open?: true;
}

/** A union whose members one property tells apart. */
export interface TaggedShape extends NamedShape {
  readonly kind: "tagged";
  readonly tag: string;
  readonly cases: readonly (readonly [LiteralShape, TypeShape])[];
}

/** A model that another type stands for, other unions among them. */
export interface AliasShape extends NamedShape {
  readonly kind: "alias";
  readonly type: TypeShape;
}

/** A model as data, from which JSON Schemas are made, and by which JSON text is read. */
export type ModelShape = ObjectShape | EnumShape | TaggedShape | AliasShape;
