import type { Source } from "./fact.js";

/** Types that need no page: `date` is a calendar date, `decimal` a number written as a string. */
export type PrimitiveName =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "bigint"
  | "decimal"
  | "date-time"
  | "date"
  | "unknown";

/** Types that the platform brings (the Fetch and Streams standards, ECMAScript's typed arrays). */
export type PlatformName = "Blob" | "File" | "Request" | "Response" | "Uint8Array";

export type LiteralValue = string | number | boolean;

export interface PrimitiveType {
  readonly kind: "primitive";
  readonly name: PrimitiveName;
}

export interface LiteralType {
  readonly kind: "literal";
  readonly value: LiteralValue;
}

export interface PlatformType {
  readonly kind: "platform";
  readonly name: PlatformName;
}

/** A type that the configuration imports from elsewhere. */
export interface ExternalType {
  readonly kind: "external";
  readonly name: string;
  readonly from: string;
  /** An export of the same module that tells whether a value is of the type. */
  readonly guard?: string;
}

/**
 * So many lists, maps and streams a type holds in one another at most: real pages reach 3. TypeScript's own stack ends from 20
 * of them on, where unions stand between them.
 */
export const deepestType = 16;

/** The type of a value; `Ref` is what stands for a model: a `Link` as written, a `ModelId` once linked. */
export type Type<Ref> =
  | PrimitiveType
  | LiteralType
  | PlatformType
  | ExternalType
  | { readonly kind: "array"; readonly items: Type<Ref> }
  | { readonly kind: "map"; readonly values: Type<Ref> }
  | { readonly kind: "stream"; readonly items: Type<Ref> }
  /** `source`: what shows the members that the page does not write, where there are some. */
  | { readonly kind: "union"; readonly members: readonly Type<Ref>[]; readonly source?: Source }
  | { readonly kind: "nullable"; readonly type: Type<Ref>; readonly source: Source }
  | { readonly kind: "reference"; readonly target: Ref };

/** The type of everything: what an unreadable cell becomes. */
export const unknownType: PrimitiveType = { kind: "primitive", name: "unknown" };

/** Whether a type is that of everything, null among it. */
export function isUnknown(type: Type<unknown>): boolean {
  return type.kind === "primitive" && type.name === "unknown";
}

/** The same type with each reference replaced. */
export function mapType<From, To>(type: Type<From>, resolve: (target: From) => Type<To>): Type<To> {
  switch (type.kind) {
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return type;
    case "array":
      return { kind: "array", items: mapType(type.items, resolve) };
    case "map":
      return { kind: "map", values: mapType(type.values, resolve) };
    case "stream":
      return { kind: "stream", items: mapType(type.items, resolve) };
    case "union":
      return { ...type, members: type.members.map((member) => mapType(member, resolve)) };
    case "nullable":
      return { kind: "nullable", type: mapType(type.type, resolve), source: type.source };
    case "reference":
      return resolve(type.target);
  }
}

/** Every reference in a type, in order of appearance, repeated where it is. */
export function referencesOf<Ref>(type: Type<Ref>): readonly Ref[] {
  switch (type.kind) {
    case "primitive":
    case "literal":
    case "platform":
    case "external":
      return [];
    case "array":
    case "stream":
      return referencesOf(type.items);
    case "map":
      return referencesOf(type.values);
    case "union":
      return type.members.flatMap(referencesOf);
    case "nullable":
      return referencesOf(type.type);
    case "reference":
      return [type.target];
  }
}
