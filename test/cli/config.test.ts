import { toJsonSchema } from "@valibot/to-json-schema";
import { describe, expect, it } from "vitest";
import { type Config, configSchema, defineConfig, parseConfig } from "../../src/config.js";
import { ConfigError } from "../../src/config-error.js";
import { rules } from "../../src/diagnostics/rules.js";

describe("parseConfig", () => {
  it("takes a configuration that says everything", () => {
    const config: Config = {
      $schema: "./node_modules/modelmark/dist/config.schema.json",
      docs: "docs/models",
      out: "src/generated",
      maxWarnings: 0,
      notations: { "go/**": "go" },
      nulls: "optional",
      evidence: { nulls: true, exampleCells: false, openEnums: true, stringsOrNumbers: true, extraKeys: true },
      optional: "exact",
      dates: "string",
      validators: false,
      unknownKeys: "reject",
      importExtension: "",
      names: { properties: "camelCase", overrides: { "Foo.bar": "baz" } },
      externals: { Money: "@acme/money", Id: { from: "@acme/id", name: "Identifier", guard: "isIdentifier" } },
      rules: { "unresolved-link": "off", "bare-page": "error" },
    };
    expect(parseConfig(defineConfig(config))).toEqual(config);
  });

  it("takes a configuration that says nothing, and fills in nothing", () => {
    expect(parseConfig({})).toEqual({});
  });

  it("takes every key of a record for a name", () => {
    const json = `{
      "notations": { "prototype": "go" },
      "names": { "overrides": { "__proto__": "a", "constructor": "b" } },
      "externals": { "__proto__": "m", "constructor": { "from": "m" }, "toString": "m" }
    }`;
    expect(JSON.stringify(parseConfig(JSON.parse(json)))).toBe(JSON.stringify(JSON.parse(json)));
  });

  it.each([
    ["a misspelt key", { doc: "x" }, "Unexpected key `doc`", "Did you mean `docs`?"],
    ["a key in the wrong case", { maxwarnings: 1 }, "Unexpected key `maxwarnings`", "Did you mean `maxWarnings`?"],
    ["a key like no other", { colour: 1 }, "Unexpected key `colour`", "Known: `$schema`, `docs`"],
    ["a kind of evidence", { evidence: { openEnum: true } }, "Unexpected key `openEnum` in `evidence`", "`openEnums`?"],
    ["a nested key", { names: { propertys: "x" } }, "Unexpected key `propertys` in `names`", "`properties`?"],
    [
      "a key of an external",
      { externals: { Money: { from: "m", nam: "x" } } },
      "Unexpected key `nam` in `externals.Money`",
      "`name`?",
    ],
    [
      "a rule",
      { rules: { "unresolved-links": "off" } },
      "Unexpected key `unresolved-links` in `rules`",
      "`unresolved-link`?",
    ],
    ["a severity", { rules: { "bare-page": "warn" } }, 'Unexpected value "warn" in `rules.bare-page`', "`warning`?"],
    ["a choice", { dates: "date" }, 'Unexpected value "date" in `dates`, expected "Date" or "string"', "`Date`?"],
    ["a notation", { notations: { "**": "typescrpt" } }, 'Unexpected value "typescrpt"', "`typescript`?"],
    ["a type", { validators: "yes" }, 'Unexpected value "yes" in `validators`, expected boolean', ""],
    ["a negative limit", { maxWarnings: -1 }, "Unexpected value -1 in `maxWarnings`, expected >=0", ""],
    ["an empty folder", { docs: "" }, "in `docs`, expected a text that is not empty", ""],
    ["an external of no module", { externals: { A: {} } }, "Missing key `from` in `externals.A`", ""],
    ["an external that is a number", { externals: { A: 5 } }, "in `externals.A`, expected string or an object", ""],
    [
      "an external that no import can be called as",
      { externals: { "a.b c": "m" } },
      "Unexpected key `a.b c` in `externals`, expected an identifier",
      "`{ from, name }`",
    ],
    ["a list", [], "Unexpected list in the configuration, expected an object", ""],
    ["a nested list", { rules: [] }, "Unexpected list in `rules`, expected an object", ""],
    ["a function", () => ({}), "Unexpected value Function in the configuration, expected an object", ""],
    ["null", null, "Unexpected value null in the configuration, expected an object", ""],
    ["a choice without a text", { dates: { toString: 1 } }, "Unexpected value Object in `dates`", "`Date`"],
    ["a prototype's member", { toString: 1 }, "Unexpected key `toString`", ""],
    ["a rule called constructor", { rules: { constructor: "off" } }, "Unexpected key `constructor` in `rules`", ""],
    [
      "an external called constructor",
      { externals: { constructor: { from: 1 } } },
      "Unexpected value 1 in `externals.constructor.from`",
      "",
    ],
    ["a prototype", JSON.parse('{"__proto__": {}}'), "Unexpected key `__proto__`", ""],
  ])("refuses %s with one sentence and a hint", (_what, config, sentence, hint) => {
    const error = errorOf(() => parseConfig(config));
    expect(error.message).toContain(sentence);
    expect(error.message).not.toContain("\n");
    expect(error.hint).toContain(hint);
  });
});

describe("configSchema", () => {
  it("becomes a JSON Schema that knows every key and no other", () => {
    const schema = toJsonSchema(configSchema, { typeMode: "input" });
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties).toMatchObject({
      docs: { type: "string", minLength: 1, description: expect.stringContaining("models-docs") },
      dates: { enum: ["Date", "string"] },
      maxWarnings: { type: "integer", minimum: 0 },
      rules: {
        additionalProperties: false,
        properties: { "unknown-type": { enum: ["error", "warning", "info", "off"] } },
      },
    });
    const severities = schema.properties?.["rules"];
    const named = typeof severities === "object" ? severities.properties : undefined;
    expect(Object.keys(named ?? {})).toEqual(Object.keys(rules));
  });
});

function errorOf(action: () => unknown): ConfigError {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
