import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import {
  type JsonMessage,
  type JsonOutput,
  type JsonPlace,
  type JsonReport,
  type JsonSummary,
  jsonChanges,
} from "./reporters/json-report.js";

// A script of the build: prints the JSON Schema of what `--reporter json` writes.
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const severity = v.picklist(["error", "warning", "info"]);

const place = v.strictObject({
  page: described(v.string(), "The page, below the docs folder; of an override, its file, seen from there."),
  line: described(position, "The line, counted from 1."),
  column: described(position, "The column, counted from 1 in UTF-16 code units."),
  endLine: described(position, "The line in which it ends."),
  endColumn: described(position, "The first column after it."),
  reason: described(v.string(), "What stands there."),
} satisfies Entries<JsonPlace>);

const message = v.strictObject({
  page: described(
    v.nullable(v.string()),
    "The page, below the docs folder; of an override, its file, seen from there.",
  ),
  line: described(v.nullable(position), "The line, counted from 1; null where the page is wrong as a whole."),
  column: described(v.nullable(position), "The column, counted from 1 in UTF-16 code units."),
  endLine: described(v.nullable(position), "The line in which it ends."),
  endColumn: described(v.nullable(position), "The first column after it."),
  rule: described(v.nullable(v.string()), "The rule; `modelmark explain RULE` says more."),
  severity: described(severity, "How much it weighs: errors make a run fail."),
  reason: described(v.string(), "One sentence without a full stop."),
  actual: described(v.nullable(v.string()), "What stands there."),
  expected: described(v.nullable(v.array(v.string())), "What may stand there."),
  mend: described(v.nullable(v.string()), "What to change."),
  related: described(v.array(place), "Other places that it is about."),
} satisfies Entries<JsonMessage>);

const output = v.strictObject({
  file: described(v.string(), "The file, below the output folder."),
  change: described(v.picklist(jsonChanges), "What is done with it, or why it is left as it is."),
  reason: described(v.string(), "Why."),
} satisfies Entries<JsonOutput>);

const summary = v.strictObject({
  pages: described(count, "Pages that were read."),
  models: described(count, "Models that they hold."),
  written: described(count, "Outputs that were written, or would be."),
  unchanged: described(count, "Outputs that are as they should be."),
  deleted: described(count, "Outputs that were deleted, or would be."),
  errors: described(count, "Errors of pages and outputs."),
  warnings: described(count, "Warnings of pages and outputs."),
  milliseconds: described(count, "How long the run took."),
} satisfies Entries<JsonSummary>);

const report = v.strictObject({
  version: described(v.literal(1), "Of this form."),
  docs: described(v.string(), "The folder of the pages, relative to the current folder."),
  out: described(v.string(), "The folder of the outputs, relative to the current folder."),
  messages: described(v.array(message), "What is wrong with pages, sorted by page and place."),
  outputs: described(v.array(output), "Outputs that are not as they should be, or were not."),
  leftCopies: v.optional(described(v.array(v.string()), "With --staged: outputs that were staged alone.")),
  summary: described(summary, "How many of what there were."),
} satisfies Entries<JsonReport>);

/** A schema for each key, whose values are those that the report writes. */
type Entries<Value> = { readonly [Key in keyof Required<Value>]: v.GenericSchema<Writable<Value[Key]>> };

/** valibot's schemas have lists that can be changed. */
type Writable<Value> = Value extends readonly (infer Each)[] ? Each[] : Value;

function described<const Schema extends v.GenericSchema>(
  schema: Schema,
  description: string,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(description));
}

const schema = { title: "modelmark report", ...toJsonSchema(report, { typeMode: "output" }) };
process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
