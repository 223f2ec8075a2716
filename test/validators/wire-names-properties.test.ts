import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import { disputed, verdictsOn } from "./ajv-verdicts.js";
import { type Validators, validatorsIn } from "./outputs.js";
import { schemas } from "./random-models.js";
import { mutantsOf, valuesOf } from "./random-values.js";
import {
  array,
  called,
  field,
  type LinkedModel,
  map,
  object,
  primitive,
  reference,
  schemaOf,
} from "./schema-builder.js";

/** How the fields of a model are called in JSON, by their names: with a mark, by each other's names, or as they are. */
const schemes = ["marked", "rotated", "mixed", "plain"] as const;

function renamedFields(fields: readonly Field<ModelId>[], scheme: (typeof schemes)[number]): readonly Field<ModelId>[] {
  const seen = fields.filter(({ localName }) => localName !== "__proto__");
  const others = seen.filter(({ localName }) => localName !== "tag");
  return seen.map((row) => {
    const at = others.indexOf(row);
    // The members of a tagged union call the tag alike, as those of real APIs do.
    if (at < 0) return called("tag_", row);
    if (scheme === "plain" || (scheme === "mixed" && at % 2 === 0)) return row;
    if (scheme === "rotated") return called(others[(at + 1) % others.length]?.localName ?? "", row);
    return called(`${row.localName}_`, row);
  });
}

function renamed({ models }: Schema, seed: number): Schema {
  const all = [...models.values()].map((model, at): LinkedModel => {
    if (model.kind !== "object") return model;
    const scheme = schemes[(seed + at) % schemes.length] ?? "plain";
    return object(model.name, renamedFields(model.fields, scheme), model.additional?.value);
  });
  return schemaOf(...all);
}

/** Some JSON with keys of fields and others, called as in JSON, as properties, or otherwise. */
function textsNear(model: LinkedModel, schema: Schema, seed: number): readonly string[] {
  const keys = new Map(
    [...schema.models.values()].flatMap((each) =>
      each.kind === "object"
        ? each.fields.map((row) => [row.localName, row.wireName?.value ?? row.localName] as const)
        : [],
    ),
  );
  const values = valuesOf(model, schema, seed);
  const all = [...values, ...values.flatMap(mutantsOf).slice(0, 100)];
  const texts = all.flatMap((value) => {
    const inJson = JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).map(([key, each]) => [keys.get(key) ?? key, each]))
        : inner,
    );
    return [inJson, JSON.stringify(value)].filter((text) => text !== undefined && !text.includes("__proto__"));
  });
  return [...new Set(texts)];
}

test("what JSON text is read is what the JSON Schema of the input takes", { timeout: 240_000 }, async () => {
  const counts = { taken: 0, refused: 0 };
  const property = fc.asyncProperty(
    schemas,
    fc.constantFrom("allow", "reject"),
    fc.nat(1000),
    async (random, unknownKeys, seed) => {
      const schema = renamed(random, seed);
      const validators = await validatorsIn(schema, { unknownKeys });
      for (const model of schema.models.values()) {
        const { parse, schema: standard } = validators(model.name);
        const judged = { is: (value: unknown) => parse(JSON.stringify(value)).issues === undefined, schema: standard };
        const values = textsNear(model, schema, seed).map((text): unknown => JSON.parse(text));
        const verdicts = verdictsOn(values, judged, "input");
        expect(disputed(verdicts)).toEqual([]);
        for (const { guard } of verdicts) counts[guard ? "taken" : "refused"] += 1;
      }
    },
  );
  await fc.assert(property, { numRuns: 30 });
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(1000);
});

test("issues lead to a place in the JSON text or to a missing key of one", { timeout: 240_000 }, async () => {
  const property = fc.asyncProperty(schemas, fc.nat(1000), async (random, seed) => {
    const schema = renamed(random, seed);
    const validators = await validatorsIn(schema, { unknownKeys: "reject" });
    for (const model of schema.models.values()) {
      for (const text of textsNear(model, schema, seed)) {
        for (const { path, code } of validators(model.name).parse(text).issues ?? []) {
          const holder = path.slice(0, code === "missing" ? -1 : path.length);
          const value: unknown = JSON.parse(text);
          expect(() => holder.reduce<unknown>((at, key) => Reflect.get(at as object, key), value)).not.toThrow();
        }
      }
    }
  });
  await fc.assert(property, { numRuns: 15 });
});

const names = ["a", "b", "c", "d", "__proto__", "constructor"] as const;

/** Trees whose six fields are called in JSON as a permutation of their names and of three more. */
interface Tree {
  readonly [key: string]: string | Tree | readonly Tree[] | undefined;
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), fc.string()),
      fc.dictionary(fc.string({ minLength: 3 }), fc.string()),
      fc.record({ kids: fc.array(tie("tree"), { maxLength: 2 }), only: tie("tree") }, { requiredKeys: [] }),
    )
    .map(([known, others, nested]) => Object.fromEntries([known, others, nested].flatMap(Object.entries)) as Tree),
}));

function write(value: Tree, keys: ReadonlyMap<string, string>): Tree {
  const entries = Object.entries(value).map(([name, each]): readonly [string, Tree[string]] => {
    if (typeof each === "string" || each === undefined) return [keys.get(name) ?? name, each];
    const inner = Array.isArray(each) ? each.map((kid: Tree) => write(kid, keys)) : write(each as Tree, keys);
    return [keys.get(name) ?? name, inner];
  });
  return Object.fromEntries(entries) as Tree;
}

test("reading JSON gives what was written", { timeout: 120_000 }, async () => {
  const permutations = fc.shuffledSubarray([...names, "x", "y", "z"], {
    minLength: names.length,
    maxLength: names.length,
  });
  const property = fc.asyncProperty(
    permutations,
    fc.array(tree, { minLength: 20, maxLength: 20 }),
    async (keys, trees) => {
      const byName = new Map(names.map((name, at) => [name as string, keys[at] ?? name] as const));
      byName.set("kids", "child_trees");
      const rows = names.map((name) => called(byName.get(name) ?? name, field(name, primitive("string"), "optional")));
      const kids = called("child_trees", field("kids", array(reference("Tree")), "optional"));
      const schema = schemaOf(
        object("Tree", [...rows, kids, field("only", reference("Tree"), "optional")]),
        object("Bag", [field("all", map(reference("Tree")))]),
      );
      const validators: (name: string) => Validators = await validatorsIn(schema);
      for (const value of trees) {
        const text = JSON.stringify(write(value, byName));
        const { value: read } = validators("Tree").parse(text);
        expect(read).toEqual(value);
        expect(Object.keys(read as object)).toEqual(Object.keys(value));
        expect(validators("Bag").parse(`{"all":{"a":${text}}}`)).toEqual({ value: { all: { a: value } } });
      }
    },
  );
  await fc.assert(property, { numRuns: 10 });
});
