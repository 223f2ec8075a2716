import type { JsonValue } from "../model/json-value.js";
import type { Place } from "../model/place.js";
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

/** An override and where it is written, so that what is wrong with it can be shown there. */
export type WrittenOverride = Override & { readonly writtenAt?: WrittenAt | undefined };

/** Where an override is written. */
export interface WrittenAt {
  /** As messages call it: relative to the docs root, with `/`. */
  readonly file: string;
  readonly place: Place;
}

/** The file `modelmark.overrides.json`: sorted by `at` and `fact`, one override a line. */
export interface OverridesFile {
  /** The JSON Schema of the file, for editors. */
  readonly $schema?: string | undefined;
  readonly version: 1;
  readonly overrides: readonly Override[];
}
