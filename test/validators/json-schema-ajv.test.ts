import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.js";
import { exportNames } from "../../src/emit/validators/export-names.js";
import type { Model, ModelId } from "../../src/model/model.js";
import { modelReferences } from "../../src/model/model-references.js";
import type { Schema } from "../../src/model/schema.js";
import { type FixtureCase, fixtureCases } from "../fixture-cases.js";
import { type Exports, isModelSchema, loadOutputs } from "../loaded-outputs.js";
import { disputed, type Judged, verdictsOn } from "./ajv-verdicts.js";
import { validatorsIn } from "./outputs.js";
import { schemas } from "./random-models.js";
import { mutantsOf, valuesOf } from "./random-values.js";
import { alias, type LinkedModel, object, primitive, schemaOf } from "./schema-builder.js";

/** Values of a model and others that are close, of which more would tell no more. */
function valuesNear(model: Model<ModelId>, schema: Schema, seed: number): readonly unknown[] {
  const values = valuesOf(model, schema, seed);
  const mutants = values.flatMap(mutantsOf);
  const step = Math.ceil(mutants.length / 150);
  return [...values, ...mutants.filter((_, at) => at % step === 0)];
}

/** The model without the one property that ajv passes over. */
function visible(model: LinkedModel): LinkedModel {
  if (model.kind !== "object") return model;
  const fields = model.fields.filter(({ localName }) => localName !== "__proto__");
  return object(model.name, fields, model.additional?.value);
}

test("JSON Schemas of random models take and refuse what guards do", { timeout: 240_000 }, async () => {
  const options = fc.record({
    optional: fc.constantFrom("undefined", "exact"),
    unknownKeys: fc.constantFrom("allow", "reject"),
  });
  const counts = { taken: 0, refused: 0 };
  const property = fc.asyncProperty(schemas, options, fc.nat(), async (random, chosen, seed) => {
    const schema = schemaOf(...[...random.models.values()].map(visible));
    const validators = await validatorsIn(schema, chosen);
    for (const model of schema.models.values()) {
      const verdicts = verdictsOn(valuesNear(model, schema, seed), validators(model.name));
      expect(disputed(verdicts)).toEqual([]);
      for (const { guard } of verdicts) counts[guard ? "taken" : "refused"] += 1;
    }
  });
  await fc.assert(property, { numRuns: 30 });
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(1000);
});

const days = fc.tuple(
  fc.constantFrom("2024", "2023", "1900", "2000", "0004", "+002024", "-000001", "24"),
  fc.constantFrom("00", "01", "02", "04", "11", "12", "13", "1"),
  fc.constantFrom("00", "01", "28", "29", "30", "31", "32", "1"),
);

const times = fc.tuple(
  fc.constantFrom("T", "t", " ", "", "\t"),
  fc.constantFrom("00", "23", "24", ""),
  fc.constantFrom(":00", ":59", ":60", ""),
  fc.constantFrom("", ":00", ":60", ":61", ":00.", ":00.123456789", ":00,5"),
  fc.constantFrom("", "Z", "z", "+02", "-0530", "+05:30", "+24:00", "Z "),
);

const dateTexts = fc.tuple(days, fc.option(times)).map(([day, time]) => day.join("-") + (time ?? []).join(""));

test.each(["date", "date-time"] as const)("the JSON Schema of a %s takes the texts that guards do", async (name) => {
  const validators = await validatorsIn(schemaOf(alias("Text", primitive(name))), { dates: "string" });
  const verdicts = verdictsOn(fc.sample(dateTexts, { numRuns: 20_000, seed: 1 }), validators("Text"));
  expect(disputed(verdicts)).toEqual([]);
  expect(verdicts.filter(({ guard }) => guard).length).toBeGreaterThan(20);
});

/** Types whose values JSON does not have, and the one property that ajv passes over. */
const unspeakable = /"kind":"(?:platform|external|stream)"|"name":"bigint"|"localName":"__proto__"/;

/** Whether JSON has every value of a model, and so of those that it leads to. */
function isSpeakable(id: ModelId, { models }: Schema): boolean {
  const reached = new Set([id]);
  // A set that grows is walked to its end.
  for (const at of reached) {
    const model = models.get(at);
    if (unspeakable.test(JSON.stringify(model))) return false;
    if (model) for (const target of modelReferences(model)) reached.add(target);
  }
  return true;
}

function judgedOf(exported: Exports, type: string): Judged {
  const guard = exported[exportNames(type).guard];
  const schema = exported[exportNames(type).schema];
  if (typeof guard !== "function" || !isModelSchema(schema)) throw new Error(`no validators of ${type}`);
  return { is: (value) => guard(value) === true, schema };
}

/** The models of a case, and values to judge. */
function fixtureModels({ name, pages, options, beside, samples }: FixtureCase) {
  const { files, schema } = compile(pages, { ...options, dates: "string", validators: true });
  const load = loadOutputs([...files.map(({ path, text }) => [path, text] as const), ...beside]);
  return [...schema.models.values()].map((model) => {
    const { file = "", type = "" } = schema.names.get(model.id) ?? {};
    const given = samples.filter(({ page }) => page === model.page).map(({ value }) => value);
    const values = [...valuesNear(model, schema, 1), ...given, ...given.flatMap(mutantsOf)];
    const judge = async () => judgedOf(await load(file), type);
    return [`${name}/${model.page}`, { judge, values, speakable: isSpeakable(model.id, schema) }] as const;
  });
}

const fixtures = fixtureCases.flatMap(fixtureModels);

test.each(fixtures)("the JSON Schema of %s takes and refuses what the guard does", async (_, model) => {
  const wrong = disputed(verdictsOn(model.values, await model.judge()));
  // What JSON has no values for, a JSON Schema leaves open.
  expect(wrong.filter(({ guard }) => guard || model.speakable)).toEqual([]);
});
