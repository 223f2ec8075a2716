import * as v from "valibot";
import { didYouMean } from "../did-you-mean.js";
import type { JsonValue } from "../model/json-value.js";
import type { Confidence, Override, OverridesFile } from "./override.js";

const confidences: readonly Confidence[] = ["stated", "inferred", "observed", "written"];

const text: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty());
const literal: v.GenericSchema<string | number | boolean> = v.union([
  v.string(),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
]);

/** Any value that JSON has; what a default is allowed to be beyond that, `parseOverrides` looks at. */
const json: v.GenericSchema<JsonValue> = v.any();

const override = v.variant("fact", [
  fact("nullable", "Whether the field may be null.", v.boolean()),
  fact("required", "Whether the key must be there.", v.boolean()),
  fact("type", "A type as a cell of a TypeScript page spells it: `Array<*components.Foo*> | null`.", text),
  fact("additional", "The type of the keys that no field names, spelled as `type` is.", text),
  fact("format", "The format of a text, as `uuid`.", text),
  fact("default", "The value that an absent key stands for.", json),
  fact("wireName", "The key in JSON.", text),
  fact("values", "All values of an enum.", v.pipe(v.array(literal), v.minLength(1))),
  fact("open", "Whether an enum admits other values.", v.boolean()),
]);

/** What an overrides file holds, but for keys of one name; the build makes the published JSON Schema from it. */
export const overridesSchema: v.GenericSchema<OverridesFile> = v.strictObject({
  $schema: v.optional(described("The JSON Schema of this file.", v.string())),
  version: described("Of this form.", v.literal(1)),
  overrides: described("Sorted by `at` and `fact`, one a line.", v.array(override)),
});

function fact<const Name extends Override["fact"], Value>(name: Name, words: string, value: v.GenericSchema<Value>) {
  return v.strictObject({
    at: described("`components/foo.md`, or `components/foo.md#field` with the name as documented.", text),
    fact: v.literal(name),
    value: described(words, value),
    source: v.optional(described("Where it was learned, for who reviews it.", v.string())),
    confidence: v.optional(described("How sure it is.", v.picklist(confidences, confidenceHint))),
  });
}

function confidenceHint({ input }: v.PicklistIssue): string {
  return didYouMean(typeof input === "string" ? input : "", confidences);
}

function described<const Schema extends v.GenericSchema>(
  words: string,
  schema: Schema,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(words));
}

/** The keys of the file, and of an override. */
export const knownKeys = {
  file: ["$schema", "version", "overrides"],
  override: ["at", "fact", "value", "source", "confidence"],
} as const;

/** The facts that an override may state. */
export const factNames: readonly Override["fact"][] = override.options.map(({ entries }) => entries.fact.literal);
