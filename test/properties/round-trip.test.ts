import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Field, Model, ModelId } from "../../src/model/model.js";
import type { Type } from "../../src/model/type.js";
import { messageLine } from "../fixture-cases.js";
import { modelNames, type PageField, type PageModel, type PageType, pageModels } from "./page-models.js";
import { pageOf, printPage } from "./print-page.js";

it("reads from a page what was printed on it", () => {
  fc.assert(
    fc.property(pageModels, (models) => {
      const { schema, messages } = compile(models.map(printPage), { rules: aboutContent });
      const read = new Map([...schema.models.values()].map((model) => [model.page, factsOf(model)]));
      expect(messages.map(messageLine)).toEqual([]);
      for (const model of models) expect(read.get(pageOf(model.name))).toEqual(model);
    }),
    { numRuns: 100 },
  );
});

/** What the printer does not care for: its examples are none, and it may list a member twice. */
const aboutContent = {
  "example-mismatch": "off",
  "example-class": "off",
  "duplicate-member": "off",
  "silent-deprecation": "off",
} as const;

/** What was read, in the words of the printer. */
function factsOf(model: Model<ModelId>): PageModel | undefined {
  const common = { name: model.name, description: model.description?.value };
  switch (model.kind) {
    case "object":
      return { ...common, kind: "object", fields: model.fields.map(fieldFacts) };
    case "enum": {
      const values = model.values.map(({ value }) => (typeof value === "boolean" ? String(value) : value));
      return { ...common, kind: "enum", values, open: model.open };
    }
    case "union":
      return { ...common, kind: "union", members: model.members.map(({ type }) => typeFacts(type)) };
    case "alias":
      return undefined;
  }
}

function fieldFacts({ name, type, presence, description, deprecation }: Field<ModelId>): PageField {
  return {
    name,
    type: typeFacts(type.value),
    required: presence.value === "required",
    description: description?.value,
    deprecation: deprecation?.value,
  };
}

const words: Readonly<Record<string, Extract<PageType, { kind: "word" }>["word"]>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  unknown: "any",
  bigint: "bigint",
  decimal: "decimal",
  "date-time": "date",
  date: "day",
};

function typeFacts(type: Type<ModelId>): PageType {
  switch (type.kind) {
    case "primitive":
      return { kind: "word", word: words[type.name] ?? "any" };
    case "literal":
      return { kind: "literal", value: typeof type.value === "number" ? String(type.value) : type.value };
    case "array":
      return { kind: "array", of: typeFacts(type.items) };
    case "map":
      return { kind: "map", of: typeFacts(type.values) };
    case "reference":
      return { kind: "model", name: modelNames.find((name) => pageOf(name) === type.target) ?? type.target };
    default:
      throw new Error(`no page says ${type.kind}`);
  }
}
