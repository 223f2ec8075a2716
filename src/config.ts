import * as v from "valibot";
import { ConfigError } from "./config-error.js";
import { limitSummaries } from "./diagnostics/limits.js";
import { rules } from "./diagnostics/rules.js";
import { didYouMean } from "./did-you-mean.js";
import { expectedWords } from "./expected-words.js";
import { deepestType } from "./model/type.js";
import { isIdentifierName } from "./model/type-name.js";
import { notations } from "./notation/index.js";
import type { External, Options } from "./options.js";

/** What a configuration file may say: what shapes the outputs, and where things are. */
export interface Config extends Omit<Options, "overrides"> {
  /** The folder of the pages, relative to the configuration's folder; `models-docs` where it is left out. */
  readonly docs?: string | undefined;
  /** The folder of the outputs, relative to the configuration's folder; `generated` where it is left out. */
  readonly out?: string | undefined;
  /** The file of overrides, relative to the configuration's folder; `modelmark.overrides.json` where it is left out and there. */
  readonly overrides?: string | undefined;
  /** How many warnings a run may have; any number where it is left out. */
  readonly maxWarnings?: number | undefined;
  /** The JSON Schema of this file, for editors. */
  readonly $schema?: string | undefined;
}

/** Gives a configuration its type. */
export function defineConfig(config: Config): Config {
  return config;
}

/** Checks what a configuration file says; a `ConfigError` names the first thing that is wrong. */
export function parseConfig(value: unknown): Config {
  const list = listIn(value, []);
  if (list) throw new ConfigError(`Unexpected list ${placeOf(list)}, expected an object`, "No option takes a list.");
  const result = v.safeParse(configSchema, value, { abortEarly: true });
  if (!result.success) throw errorOf(result.issues[0], []);
  const unnamed = Object.entries(result.output.externals ?? {}).find(([key, value]) => !isNamed(key, value));
  if (!unnamed) return result.output;
  const reason = `Unexpected key \`${unnamed[0]}\` in \`externals\`, expected an identifier`;
  throw new ConfigError(reason, "Say what the module exports: `{ from, name }`.");
}

/** Whether it is known what a module calls an external: else it is called as the last part of its key. */
function isNamed(key: string, value: string | External): boolean {
  const named = typeof value === "object" && value.name !== undefined;
  return named || isIdentifierName(key.slice(key.lastIndexOf(".") + 1));
}

const text: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty());
const severity = choice(["error", "warning", "info", "off"]);

/** A name that an import can bind as it is. */
const exportedName: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.regex(/^(?!(?:default|class|enum|function|import|new|null|this|typeof|var|void)$)[A-Za-z_$][A-Za-z0-9_$]*$/),
);

const external = object({
  from: described(text, "The module's specifier."),
  name: optional(exportedName, "The exported name; that of the pages where it is left out."),
  guard: optional(exportedName, "An export `(value: unknown) => value is Type` of the same module."),
});

const names = object({
  properties: optional(
    choice(["documented", "camelCase", "snake_case"]),
    "The case of all properties; left out, names of Go and C# become camelCase and others stay as documented.",
  ),
  overrides: optional(
    record(text),
    "`Model.field` (the documented names), or `components/foo.md#field`, and the property's name.",
  ),
});

const severities = object(
  Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, optional(severity, rule.summary)])),
);

const evidence = object({
  nulls: optional(v.boolean(), "Null, where a type does not say it; by default true."),
  exampleCells: optional(v.boolean(), "Whether example cells prove null too; by default true."),
  openEnums: optional(v.boolean(), "Values that an enum does not list: it admits others; by default false."),
  stringsOrNumbers: optional(v.boolean(), "Numbers for texts, texts for numbers: both are admitted; by default false."),
  extraKeys: optional(v.boolean(), "Keys that no field names: others are admitted; by default false."),
  absentKeys: optional(v.boolean(), "Required keys that an example leaves out: they are optional; by default true."),
});

const limits = object(
  Object.fromEntries(
    Object.entries(limitSummaries).map(([name, summary]) => {
      const most = name === "typeDepth" ? deepestType : Number.MAX_SAFE_INTEGER;
      return [name, optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), summary)];
    }),
  ),
);

/** What `parseConfig` accepts; the build makes the published JSON Schema from it. */
export const configSchema: v.GenericSchema<Config> = object({
  $schema: optional(v.string(), "The JSON Schema of this file."),
  docs: optional(text, "The folder of the pages, relative to this file; by default `models-docs`."),
  out: optional(text, "The folder of the outputs, relative to this file; by default `generated`."),
  overrides: optional(
    text,
    "The file of overrides, relative to this file; by default `modelmark.overrides.json`, if it is there.",
  ),
  maxWarnings: optional(v.pipe(v.number(), v.integer(), v.minValue(0)), "How many warnings a run may have."),
  notations: optional(
    record(choice(notations.map((notation) => notation.name))),
    "The notation of the pages that a glob below the docs folder matches; others are recognised.",
  ),
  nulls: optional(choice(["documented", "optional"]), "`optional`: each optional field admits null too."),
  evidence: optional(evidence, "What examples are believed of, beyond what the pages say."),
  optional: optional(choice(["undefined", "exact"]), "`undefined`: `x?: T | undefined`; `exact`: `x?: T`."),
  dates: optional(choice(["Date", "string"]), "What a date-time is: a `Date`, or its ISO text."),
  validators: optional(v.boolean(), "Whether validators are written beside the types; by default true."),
  unknownKeys: optional(choice(["allow", "reject"]), "What validators say to keys that no field names."),
  defaults: optional(
    choice(["document", "fill"]),
    "`fill`: parsing fills the known default of an optional field in where its key is left out.",
  ),
  importExtension: optional(choice([".js", ".ts", ""]), "How imports between outputs end; by default `.js`."),
  names: optional(names, "How properties are called."),
  externals: optional(record(v.union([text, external])), "Names of the pages, and their imports."),
  limits: optional(limits, "How much is read; what is over a limit is reported."),
  rules: optional(severities, "Severities of single rules."),
} satisfies Readonly<Record<keyof Config, unknown>>);

function object<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, v.ErrorMessage<v.StrictObjectIssue>> {
  return v.strictObject(entries, (issue) => didYouMean(String(issue.input), Object.keys(entries)));
}

/** A record of any keys; valibot's own passes over `__proto__`, `constructor` and `prototype`, which are names as others here. */
function record<Value>(value: v.GenericSchema<Value>): v.GenericSchema<Record<string, Value>> {
  const schema = v.record(v.string(), value);
  return {
    ...schema,
    "~run": (dataset, config) => {
      if (typeof dataset.value !== "object" || dataset.value === null) return schema["~run"](dataset, config);
      const result = schema["~run"]({ value: renamed<unknown>({ ...dataset.value }, (key) => `.${key}`) }, config);
      for (const issue of result.issues ?? []) {
        const [item] = issue.path ?? [];
        if (item) Object.assign(item, { key: String(item.key).slice(1) });
      }
      return result.typed ? { ...result, value: renamed(result.value, (key) => key.slice(1)) } : result;
    },
  };
}

function renamed<Value>(
  value: { readonly [key: string]: Value },
  nameOf: (key: string) => string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [nameOf(key), each]));
}

function choice<const Word extends string>(
  words: readonly Word[],
): v.PicklistSchema<readonly Word[], v.ErrorMessage<v.PicklistIssue>> {
  return v.picklist(words, ({ input }) => didYouMean(typeof input === "string" ? input : "", words));
}

function described<Value>(schema: v.GenericSchema<Value>, description: string): v.GenericSchema<Value> {
  return v.pipe(schema, v.description(description));
}

function optional<Value>(
  schema: v.GenericSchema<Value>,
  description: string,
): v.OptionalSchema<v.GenericSchema<Value>, undefined> {
  return v.optional(described(schema, description), undefined);
}

/** How many keys lead to the deepest option: `externals.Name.from`. */
const deepest = 3;

/** Schemas of objects take a list for an object without keys, so lists are looked for before. */
function listIn(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (Array.isArray(value)) return path;
  if (typeof value !== "object" || value === null || path.length > deepest) return undefined;
  for (const [key, nested] of Object.entries(value)) {
    const found = listIn(nested, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function errorOf(issue: v.BaseIssue<unknown>, above: readonly string[]): ConfigError {
  const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))];
  const deeper = issue.issues?.find((nested) => nested.path);
  if (deeper) return errorOf(deeper, path);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const parent = path.length > 1 ? ` ${placeOf(path.slice(0, -1))}` : "";
    return new ConfigError(`Unexpected key \`${path.at(-1)}\`${parent}`, issue.message);
  }
  if (issue.type === "strict_object" && issue.path) {
    return new ConfigError(`Missing key \`${path.at(-1)}\` ${placeOf(path.slice(0, -1))}`, "Add it.");
  }
  const hint = issue.type === "picklist" ? issue.message : "The package's `config.schema.json` says what it may be.";
  const expected = expectedWords(issue.expected);
  return new ConfigError(`Unexpected value ${issue.received} ${placeOf(path)}, expected ${expected}`, hint);
}

function placeOf(path: readonly string[]): string {
  return path.length > 0 ? `in \`${path.join(".")}\`` : "in the configuration";
}
