import type { LiteralValue } from "../model/type.js";

/**
 * How sure a fact is: `stated` by a definition (types, an OpenAPI document), `inferred` from another description of the same
 * API (the pages of another language), `observed` in values, `written` by hand.
 */
export type Confidence = "stated" | "inferred" | "observed" | "written";

interface OverrideBase {
  /** What the fact is about: `components/foo.md` (the model of a page) or `components/foo.md#field` (the documented name). */
  readonly at: string;
  /** Where the fact was learned, for who reviews it: `types components/foo.ts:12`. */
  readonly source?: string | undefined;
  readonly confidence?: Confidence | undefined;
}

/** One fact that the pages do not say, or say wrongly; `at` and `fact` together are unique. */
export type Override = OverrideBase &
  (
    | { readonly fact: "nullable"; readonly value: boolean }
    | { readonly fact: "required"; readonly value: boolean }
    /** As a cell of a TypeScript page spells it: `Array<*components.Foo*> | null`; of a page, what its alias or union is. */
    | { readonly fact: "type"; readonly value: string }
    /** The type of keys that no field names, spelled as `type` is. */
    | { readonly fact: "additional"; readonly value: string }
    | { readonly fact: "format"; readonly value: string }
    | { readonly fact: "default"; readonly value: JsonValue }
    | { readonly fact: "wireName"; readonly value: string }
    /** All values of an enum. */
    | { readonly fact: "values"; readonly value: readonly LiteralValue[] }
    /** Whether an enum admits other values. */
    | { readonly fact: "open"; readonly value: boolean }
  );

/** A value of JSON. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The file `modelmark.overrides.json`: sorted by `at` and `fact`, one override a line. */
export interface OverridesFile {
  readonly version: 1;
  readonly overrides: readonly Override[];
}
