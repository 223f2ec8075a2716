import type { ExampleValue } from "./example.js";
import type { Fact, Source } from "./fact.js";
import type { Place } from "./place.js";
import type { LiteralValue, Type } from "./type.js";

declare const modelIdBrand: unique symbol;

/** The identity of a model: its page below the docs root and, where a page holds several, `#` and its anchor. */
export type ModelId = string & { readonly [modelIdBrand]: true };

/** Makes the identity of the model of a page that holds one. */
export function modelId(page: string): ModelId {
  return page as ModelId;
}

/** Whether the key of a field must be there; `unknown` where the pages do not say. */
export type Presence = "required" | "optional" | "unknown";

/** Whether a value may be null; `unknown` where the notation has no word for it. */
export type Nullability = "yes" | "no" | "unknown";

/** Markdown as a page says it, without the page's own escapes. */
export type Markdown = string;

/** Limits that a page puts on a value. */
export interface Constraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minimumLength?: number;
  readonly maximumLength?: number;
  readonly pattern?: string;
}

/** One row of a field table. */
export interface Field<Ref> {
  /** The name as documented. */
  readonly name: string;
  /** The property's name in TypeScript; the documented one until names are linked. */
  readonly localName: string;
  /** The key in JSON, where something says it. */
  readonly wireName?: Fact<string>;
  /** The keys and `[]` from the model to the field, where a row stands for a nested value. */
  readonly path?: readonly string[];
  readonly type: Fact<Type<Ref>>;
  readonly presence: Fact<Presence>;
  readonly nullability: Fact<Nullability>;
  readonly description?: Fact<Markdown>;
  /** The message of the deprecation; empty where there is none. */
  readonly deprecation?: Fact<Markdown>;
  readonly default?: Fact<ExampleValue>;
  /** The example cell's text, untyped as it stands. */
  readonly example?: Fact<string>;
  readonly format?: Fact<string>;
  readonly constraints?: Fact<Constraints>;
  readonly readOnly?: Fact<boolean>;
  /** The row. */
  readonly place: Place;
}

/** One value of an enum page. */
export interface EnumValue {
  /** The name beside the value, where the page has one. */
  readonly name?: string;
  readonly value: LiteralValue;
  readonly place: Place;
}

/** One member of a union page. */
export interface UnionMember<Ref> {
  readonly type: Type<Ref>;
  readonly example?: Fact<ExampleValue>;
  readonly place: Place;
}

/** The property that tells the members of a union apart, and the member that each of its values stands for. */
export interface Discriminator {
  readonly property: string;
  /** Value of the property → index of the member. */
  readonly members: ReadonlyMap<LiteralValue, number>;
}

interface ModelBase {
  readonly id: ModelId;
  /** The page's path below the docs root. */
  readonly page: string;
  /** The title as documented. */
  readonly name: string;
  /** The notation that the page's types are written in. */
  readonly notation: string;
  readonly description?: Fact<Markdown>;
  readonly deprecation?: Fact<Markdown>;
  /** The value of the page's own example, and its source text. */
  readonly example?: Fact<Example>;
  /** The title. */
  readonly place: Place;
}

/** An example as the page writes it: its text, its value and the language of its fence. */
export interface Example {
  readonly language: string;
  readonly text: string;
  /** Absent where the text is no literal. */
  readonly value?: ExampleValue;
  /** What the example is declared to be. */
  readonly type?: string;
}

/** A table of fields. */
export interface ObjectModel<Ref> extends ModelBase {
  readonly kind: "object";
  readonly fields: readonly Field<Ref>[];
  /** What keys beside the fields may hold; `unknown` for a table without rows. */
  readonly additional?: Fact<Type<Ref>>;
}

/** A list of values; an open one admits others of the same type. */
export interface EnumModel extends ModelBase {
  readonly kind: "enum";
  readonly values: readonly EnumValue[];
  readonly open: boolean;
  /** Where the values come from, where the page does not list them. */
  readonly source?: Source;
}

/** A choice of types. */
export interface UnionModel<Ref> extends ModelBase {
  readonly kind: "union";
  readonly members: readonly UnionMember<Ref>[];
  /** Where the members come from, where the page does not list them. */
  readonly source?: Source;
  /** Known once nulls are. */
  readonly discriminator?: Discriminator;
}

/** A page that names a model and says nothing of it that can be read. */
export interface AliasModel<Ref> extends ModelBase {
  readonly kind: "alias";
  /** `bare`: the page has no section; `unreadable`: it has one that is wrong. */
  readonly cause: "bare" | "unreadable";
  readonly type: Type<Ref>;
}

/** What a page documents. */
export type Model<Ref> = ObjectModel<Ref> | EnumModel | UnionModel<Ref> | AliasModel<Ref>;
