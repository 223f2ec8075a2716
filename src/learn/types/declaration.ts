import type { JsonValue } from "../../model/json-value.js";
import type { Type } from "../../model/type.js";

/** What stands in a declared type where a model could be. */
export type Mention =
  /** A type of the same folder of types, by its key. */
  | { readonly kind: "declared"; readonly key: string }
  /** Values beside those that are listed: `Unrecognized<string>`. */
  | { readonly kind: "others" }
  /** What no cell of a page can say: an object written in place, a type of a library. */
  | { readonly kind: "unsayable"; readonly text: string };

/** A property of a declared type. */
export interface DeclaredField {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type<Mention>;
  readonly line: number;
  /** The key in JSON, where the declaration itself says it. */
  readonly wireName?: string;
}

/** What a type is declared to be. */
export type DeclaredShape =
  | { readonly kind: "object"; readonly fields: readonly DeclaredField[]; readonly additional?: Type<Mention> }
  | { readonly kind: "alias"; readonly type: Type<Mention> };

/** An exported type of an SDK. */
export interface Declaration {
  /** The folder of its file and its name: `components/Foo`; at the root the name alone. */
  readonly key: string;
  readonly name: string;
  /** Below the folder of types. */
  readonly file: string;
  readonly line: number;
  /** Whether it is a class: that of an error has what is sent in a type beside it. */
  readonly isClass: boolean;
  readonly shape: DeclaredShape;
}

/** A fact of a field, and the line that says it. */
export interface Told<Value> {
  readonly value: Value;
  readonly line: number;
}

/** What the schemas beside a type say of its properties, by their names in TypeScript. */
export interface WireFacts {
  readonly wireNames: ReadonlyMap<string, Told<string>>;
  readonly defaults: ReadonlyMap<string, Told<JsonValue>>;
}

/** What a file of types declares. */
export interface TypesFile {
  readonly file: string;
  readonly declarations: readonly Declaration[];
  /** By the key of the type. */
  readonly wireFacts: ReadonlyMap<string, WireFacts>;
}
