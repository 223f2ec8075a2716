import fc from "fast-check";
import { expect, test } from "vitest";
import { misfitsIn } from "../../src/evidence/misfits.js";
import { ownExample, searchAllExamples } from "../../src/evidence/search-examples.js";
import { validatorsIn } from "../validators/outputs.js";
import { mutantsOf, valuesOf } from "../validators/random-values.js";
import { everything, type Widening, widenings } from "./widened-schemas.js";

const fewRuns = { numRuns: 25 };

test("what a validator takes, it takes after examples were believed", { timeout: 240_000 }, async () => {
  const property = fc.asyncProperty(widenings, fc.nat(), async ({ before, after }, seed) => {
    const [narrow, wide] = [await validatorsIn(before), await validatorsIn(after)];
    for (const model of before.models.values()) {
      const values = valuesOf(model, before, seed);
      for (const value of [...values, ...values.flatMap(mutantsOf).slice(0, 60)]) {
        if (narrow(model.name).is(value)) expect(wide(model.name).is(value)).toBe(true);
      }
    }
  });
  await fc.assert(property, fewRuns);
});

/**
 * Whether all of a schema is held against examples as validators do: the form of a text or a number is not, nor what other keys hold
 * than those of fields.
 */
function isPlain({ before }: Widening): boolean {
  const models = [...before.models.values()];
  const isForm = /"name":"(?:date|date-time|decimal|integer|bigint)"/.test(JSON.stringify(models));
  return !isForm && models.every((model) => model.kind !== "object" || !model.additional);
}

test("an example of which no rule tells is what the validators take", { timeout: 240_000 }, async () => {
  let taken = 0;
  const property = fc.asyncProperty(widenings.filter(isPlain), async ({ before, after, examples }) => {
    const validators = await validatorsIn(after);
    const find = misfitsIn(after.models, 1);
    for (const [id, value] of examples) {
      const model = after.models.get(id);
      const example = model && ownExample(model);
      if (!model || !example) continue;
      const saying = { page: model.page, place: model.place, name: model.name };
      const misfits = find(example, { kind: "reference", target: id }, saying);
      if (misfits.length > 0) continue;
      taken += 1;
      expect(validators(model.name).is(value), JSON.stringify([value, before.models.get(id)])).toBe(true);
    }
  });
  await fc.assert(property, fewRuns);
  expect(taken).toBeGreaterThan(0);
});

test("what was found once is not found again", () => {
  const property = fc.property(widenings, ({ after }) => {
    const again = [...searchAllExamples(after, everything).values()];
    const kept = again.flatMap(({ found }) =>
      [...found].flatMap(([id, seen]) => [...seen.keys()].map((slot) => [id, slot])),
    );
    const others = kept.filter(([, slot]) => slot === "*" || slot === "&" || slot?.endsWith("~"));
    expect(others).toEqual([]);
  });
  fc.assert(property, { numRuns: 100 });
});
