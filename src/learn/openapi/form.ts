import type { LiteralValue, PrimitiveName } from "../../model/type.js";

/** A schema of a document and where it stands. */
export interface SchemaNode {
  readonly pointer: string;
  /** `true` and `false` are schemas, too; what is none is taken for one that says nothing. */
  readonly value: unknown;
}

/** A property of an object. */
export interface Property {
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

/** What values of a schema are, null aside. */
export type Form =
  | { readonly kind: "unknown" }
  | { readonly kind: "value"; readonly name: PrimitiveName; readonly format?: string }
  /** Bytes, which JSON has no word for. */
  | { readonly kind: "bytes" }
  | { readonly kind: "values"; readonly values: readonly LiteralValue[]; readonly isOpen: boolean }
  | { readonly kind: "list"; readonly items: SchemaNode }
  | {
      readonly kind: "object";
      readonly properties: ReadonlyMap<string, Property>;
      /** What other keys hold, where the schema says it. */
      readonly additional?: SchemaNode;
    }
  | { readonly kind: "choice"; readonly members: readonly SchemaNode[] };

/** What a schema says. */
export interface StatedSchema {
  /** Where it is defined: references are followed, so that one definition has one pointer. */
  readonly pointer: string;
  readonly form: Form;
  readonly isNullable: boolean;
  /** The value that stands where none is given. */
  readonly default?: unknown;
}
