import type { LimitOptions } from "./diagnostics/limits.js";
import type { Severities } from "./diagnostics/report.js";
import type { WrittenOverride } from "./overrides/override.js";

/** How properties are called: as documented, or in a case. */
export type PropertyCase = "documented" | "camelCase" | "snake_case";

/** An import that stands for a name of the pages. */
export interface External {
  /** The module's specifier. */
  readonly from: string;
  /** The exported name; that of the pages where it is left out. */
  readonly name?: string | undefined;
  /** An export `(value: unknown) => value is Type` of the same module; without it every value passes. */
  readonly guard?: string | undefined;
}

/** What shapes the outputs; everything has a default. */
export interface Options extends LimitOptions {
  /** The notation of the pages that a glob below the docs root matches; others are recognised. */
  readonly notations?: Readonly<Record<string, string>> | undefined;
  /** `optional`: each optional field admits null too. */
  readonly nulls?: "documented" | "optional" | undefined;
  /** What examples are believed of, beyond what the pages say. */
  readonly evidence?:
    | {
        /** Null, where a type does not say it; `true` where it is left out. */
        readonly nulls?: boolean | undefined;
        /** Whether example cells prove null too, beside the examples of pages; `true` where it is left out. */
        readonly exampleCells?: boolean | undefined;
        /** Values that an enum does not list: it admits others; `false` where it is left out. */
        readonly openEnums?: boolean | undefined;
        /** Numbers where a type is text, texts where it is a number: it admits both; `false` where it is left out. */
        readonly stringsOrNumbers?: boolean | undefined;
        /** Keys that no field names: the object admits others; `false` where it is left out. */
        readonly extraKeys?: boolean | undefined;
        /** Required keys that an example leaves out: the property is optional; `true` where it is left out. */
        readonly absentKeys?: boolean | undefined;
      }
    | undefined;
  /** `undefined`: `x?: T | undefined`; `exact`: `x?: T`, and validators refuse an explicit undefined. */
  readonly optional?: "undefined" | "exact" | undefined;
  /** What a date-time is: a `Date`, or its ISO text. */
  readonly dates?: "Date" | "string" | undefined;
  /** Whether validators are written beside the types. */
  readonly validators?: boolean | undefined;
  /** What validators say to keys that no field names. */
  readonly unknownKeys?: "allow" | "reject" | undefined;
  /** What is done with a known default: `fill`: `parseFoo` fills it in where an optional key is left out. */
  readonly defaults?: "document" | "fill" | undefined;
  /** How imports between outputs end. */
  readonly importExtension?: ".js" | ".ts" | "" | undefined;
  readonly names?:
    | {
        /** For all pages; left out, names of Go and C# become camelCase and others stay as documented. */
        readonly properties?: PropertyCase | undefined;
        /** `Model.field` (the documented names), or `components/foo.md#field` → the property's name. */
        readonly overrides?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
  /** Names of the pages → imports. */
  readonly externals?: Readonly<Record<string, string | External>> | undefined;
  /** Facts that the pages do not say, or say wrongly. */
  readonly overrides?: readonly WrittenOverride[] | undefined;
  /** Severities of single rules. */
  readonly rules?: Severities | undefined;
}
