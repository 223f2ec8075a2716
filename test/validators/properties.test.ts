import fc from "fast-check";
import { expect, test } from "vitest";
import type { EmitOptions } from "../../src/emit/emit-context.js";
import type { Schema } from "../../src/model/schema.js";
import { type Validators, validatorsIn } from "./outputs.js";
import { schemas } from "./random-models.js";
import { mutantsOf, valuesOf } from "./random-values.js";

const options: fc.Arbitrary<Partial<EmitOptions>> = fc.record({
  optional: fc.constantFrom("undefined", "exact"),
  unknownKeys: fc.constantFrom("allow", "reject"),
});

/** A random model: its validators, values of it, and other values that are mostly close. */
interface Judged {
  readonly validators: Validators;
  readonly values: readonly unknown[];
  readonly others: readonly unknown[];
}

/** A few of many values, spread evenly. */
function some(values: readonly unknown[]): readonly unknown[] {
  const step = Math.ceil(values.length / 150);
  return values.filter((_, at) => at % step === 0);
}

async function judgementsOf(schema: Schema, chosen: Partial<EmitOptions>, seed: number): Promise<readonly Judged[]> {
  const validators = await validatorsIn(schema, chosen);
  return [...schema.models.values()].map((model) => {
    const values = valuesOf(model, schema, seed);
    return { validators: validators(model.name), values, others: [...weird, ...some(values.flatMap(mutantsOf))] };
  });
}

function inRandomModels(check: (judged: Judged) => void): Promise<void> {
  const property = fc.asyncProperty(schemas, options, fc.nat(), async (schema, chosen, seed) => {
    for (const judged of await judgementsOf(schema, chosen, seed)) check(judged);
  });
  return fc.assert(property, { numRuns: 30 });
}

/** Whether nothing is told of a value: then one that is refused could only be too deep. */
function tellsNothing({ issues }: Validators, value: unknown): boolean {
  const [first, ...others] = issues(value);
  return first?.code === "depth" && first.path.length === 0 && others.length === 0;
}

/** Values that no JSON text has. */
const weird: readonly unknown[] = [
  new Proxy({}, {}),
  Object.freeze(Object.create(null)),
  new (class extends Array {})(),
  Object.assign(() => undefined, { id: "a" }),
  Object.create({ id: "a", tag: "left" }),
  new Map(),
  Symbol("s"),
  10n,
  Array(3),
];

test("values of a model are accepted", { timeout: 120_000 }, async () => {
  await inRandomModels(({ validators, values }) => {
    for (const value of values) expect(validators.validate(value)).toEqual({ value });
  });
});

/** Whether what is told of a model looks at the value again: of others, that it is refused says all. */
function looksAgain({ shape }: Validators): boolean {
  return shape.kind === "object" || shape.kind === "tagged";
}

test("guards and what is told agree on every value", { timeout: 120_000 }, async () => {
  const counts = { taken: 0, refused: 0 };
  await inRandomModels(({ validators, values, others }) => {
    for (const value of [...values, ...others]) {
      const taken = validators.is(value);
      counts[taken ? "taken" : "refused"] += 1;
      if (!taken || looksAgain(validators)) expect(tellsNothing(validators, value)).toBe(taken);
    }
  });
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(1000);
});

test("a result has a value or issues, as the guard says", { timeout: 120_000 }, async () => {
  await inRandomModels(({ validators, values, others }) => {
    for (const value of [...values, ...others]) {
      const { issues } = validators.validate(value);
      expect(issues === undefined || issues.length > 0).toBe(true);
      expect(issues === undefined).toBe(validators.is(value));
    }
  });
});

test("issues lead to a place in the value or to a missing key of one", { timeout: 120_000 }, async () => {
  await inRandomModels(({ validators, others }) => {
    for (const value of others) {
      for (const { path, code } of validators.validate(value).issues ?? []) {
        const holder = path.slice(0, code === "missing" ? -1 : path.length);
        expect(() => holder.reduce<unknown>((at, key) => Reflect.get(at as object, key), value)).not.toThrow();
      }
    }
  });
});
