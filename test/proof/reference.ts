import type { Schema } from "../../src/model/schema.js";
import type { ExternalType } from "../../src/model/type.js";
import type { Settings } from "./proof-case.js";

/**
 * What TypeScript says otherwise than the validators: each rule alone turns the reference into TypeScript's own opinion
 * of the values that it is about, and of no others.
 */
export type TypeScriptRule =
  /** A text is a text: no type tells whether it is a day that the calendar has, or a time. */
  | "text"
  /** TS2559, "has no properties in common": a type of optional properties alone refuses what shares none of them. */
  | "weak"
  /** An object without a `toString` of its own has that of `Object`, which is a function. */
  | "inherited"
  /** An array has the properties of `Array`: where a model has an optional `filter` of any type, it fits. */
  | "array"
  /** Keys that the type does not name are refused in fresh literals only. */
  | "unknown-keys"
  /** A type that was imported without a guard is known to TypeScript alone. */
  | "external";

export const typeScriptRules: readonly TypeScriptRule[] = [
  "text",
  "weak",
  "inherited",
  "array",
  "unknown-keys",
  "external",
];

/** Whether a value is of an external type; by TypeScript alone, where the type was imported without a guard. */
export type ExternalGuards = (type: ExternalType, value: unknown, byTypeScript: boolean) => boolean;

/** What the reference knows beside the value. */
export interface Reference {
  readonly schema: Schema;
  readonly settings: Settings;
  readonly guards: ExternalGuards;
  readonly rules: ReadonlySet<TypeScriptRule>;
  /** Answers on models that were given before, since members of unions may ask the same over and over. */
  readonly known?: Answers;
}

/** Answers by value, and by model and depth. */
export type Answers = WeakMap<object, Map<string, boolean>>;
