import { beforeAll, describe, expect, test } from "vitest";
import { jsonSchemaOf } from "../../src/runtime/validation/json-schema.js";
import type { ObjectShape } from "../../src/runtime/validation/shape.js";
import { type Validators, validatorsIn } from "./outputs.js";
import { moneyModule, samples } from "./samples.js";
import { array, field, type LinkedModel, object, primitive, reference, schemaOf } from "./schema-builder.js";

let validators: (name: string) => Validators;

beforeAll(async () => {
  validators = await validatorsIn(samples, {}, { "money.ts": moneyModule });
});

function jsonSchema(name: string, target = "draft-2020-12"): Record<string, unknown> {
  return validators(name).schema["~standard"].jsonSchema.input({ target });
}

describe("a schema", () => {
  test("is a Standard Schema of version 1", () => {
    const standard = validators("Cat").schema["~standard"];
    expect(standard).toMatchObject({ version: 1, vendor: "modelmark" });
    expect(standard.validate({ type: "cat", lives: 9 })).toEqual({ value: { type: "cat", lives: 9 } });
    expect(standard.validate({})).toEqual(validators("Cat").validate({}));
  });

  test("describes input and output alike", () => {
    const { input, output } = validators("Cat").schema["~standard"].jsonSchema;
    expect(input({ target: "draft-07" })).toEqual(output({ target: "draft-07" }));
  });
});

describe("a JSON Schema", () => {
  test("of an object lists its properties and which are required", () => {
    expect(jsonSchema("Cat")).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Cat",
      type: "object",
      properties: { type: { type: "string", const: "cat" }, lives: { type: "number" } },
      required: ["type", "lives"],
    });
  });

  test("describes the other keys, which may hold what the declared ones do", () => {
    const strings = { type: "array", items: { type: "string" } };
    const additionalProperties = { anyOf: [strings, { type: "number" }, { type: "string" }] };
    expect(jsonSchema("Extra")).toMatchObject({ additionalProperties });
    expect(jsonSchema("Anything")).toMatchObject({ additionalProperties: {} });
  });

  test("defines a property called __proto__", () => {
    expect(Object.hasOwn(jsonSchema("Everything")["properties"] as object, "__proto__")).toBe(true);
  });

  test("describes texts for values that JSON has no word for", () => {
    expect(jsonSchema("Everything")["properties"]).toMatchObject({
      made: { type: "string", format: "date-time" },
      day: { type: "string", format: "date" },
      big: { type: "integer" },
      blob: {},
    });
  });

  test("of an enum lists its values; an open one shows them", () => {
    expect(jsonSchema("Color")).toMatchObject({ type: "string", enum: ["red", "green"] });
    const open = [
      { type: "string", examples: ["a"] },
      { type: "number", examples: [1] },
    ];
    expect(jsonSchema("Open")).toMatchObject({ anyOf: open });
    expect(jsonSchema("Nothing")).toEqual({ $schema: expect.any(String), title: "Nothing" });
  });

  test("is its reader's to change, of which the model's own values know nothing", () => {
    expect(jsonSchema("Color")["enum"]).toEqual(validators("Color").module["colorValues"]);
    expect(jsonSchema("Color")["enum"]).not.toBe(validators("Color").module["colorValues"]);
  });

  test("refers to other models by name and to itself by the root", () => {
    expect(jsonSchema("Pet")).toMatchObject({
      anyOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }],
      $defs: { Cat: { type: "object" }, Dog: { type: "object" } },
    });
    expect(jsonSchema("Tree")).toMatchObject({ properties: { children: { type: "array", items: { $ref: "#" } } } });
    expect(jsonSchema("And")).toMatchObject({
      $defs: { Expression: { anyOf: [{ $ref: "#" }, { $ref: "#/$defs/Not" }, { type: "string" }] } },
    });
  });

  test("of draft 7 keeps its definitions where that draft looks for them", () => {
    expect(jsonSchema("Pet", "draft-07")).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      anyOf: [{ $ref: "#/definitions/Cat" }, { $ref: "#/definitions/Dog" }],
      definitions: { Cat: {}, Dog: {} },
    });
  });

  test("tells models of one name apart", async () => {
    const inner = (folder: string, type: "string" | "number"): LinkedModel => {
      const model = object(folder, [field("x", primitive(type))]);
      return { ...model, page: `${folder}/Same.md`, name: "Same" };
    };
    const user = object("User", [field("a", reference("a")), field("b", array(reference("b")))]);
    const two = await validatorsIn(schemaOf(inner("a", "string"), inner("b", "number"), user));
    expect(two("User").schema["~standard"].jsonSchema.output({ target: "draft-07" })).toMatchObject({
      properties: { a: { $ref: "#/definitions/Same" }, b: { items: { $ref: "#/definitions/Same2" } } },
    });
  });

  test("is refused for other targets", () => {
    for (const target of ["openapi-3.0", "draft-04", "constructor"]) {
      expect(() => jsonSchema("Cat", target)).toThrow(/draft-2020-12 and draft-07 are known/);
    }
  });
});

test("a JSON Schema of a chain of 20,000 models is made", () => {
  const shapes: ObjectShape[] = [];
  for (let at = 0; at < 20_000; at += 1) {
    const next = (): ObjectShape => shapes[(at + 1) % 20_000] ?? shapeAt(0);
    shapes.push({ ...shapeAt(at), fields: [["next", next]] });
  }
  const { $defs } = jsonSchemaOf(shapes[0] ?? shapeAt(0), "draft-2020-12", "input");
  expect(Object.keys(Object($defs))).toHaveLength(19_999);
});

function shapeAt(at: number): ObjectShape {
  return { kind: "object", name: `A${at}`, page: `a${at}.md`, line: 1, is: () => true, fields: [] };
}
