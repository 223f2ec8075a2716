import type { Place } from "./place.js";

/** A value of an example, with places, so that what it proves can be shown where it stands. */
export type ExampleValue =
  | { readonly kind: "null"; readonly place: Place }
  | { readonly kind: "string"; readonly value: string; readonly place: Place }
  | { readonly kind: "number"; readonly value: number; readonly place: Place }
  | { readonly kind: "bigint"; readonly place: Place }
  | { readonly kind: "boolean"; readonly value: boolean; readonly place: Place }
  | { readonly kind: "array"; readonly items: readonly ExampleValue[]; readonly place: Place }
  | { readonly kind: "object"; readonly entries: readonly ExampleEntry[]; readonly place: Place }
  /** `new Date("…")`, `await openAsBlob("…")`: a value that JSON has no word for. */
  | {
      readonly kind: "call";
      readonly callee: string;
      /** What it is called with, where that is one text. */
      readonly text?: string;
      readonly place: Place;
    };

export interface ExampleEntry {
  readonly key: string;
  /** The key's. */
  readonly place: Place;
  readonly value: ExampleValue;
}
