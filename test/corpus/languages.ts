import { readFileSync, writeFileSync } from "node:fs";
import { foldName } from "../../src/model/fold-name.js";
import type { Model, ModelId } from "../../src/model/model.js";
import type { Schema } from "../../src/model/schema.js";
import { runOracle } from "./judge.js";
import { isOfRuntime, keyOf, modelShape, typeShape } from "./schema-shapes.js";
import { type Difference, differenceOf } from "./shape-differences.js";

/** One API that SDKs document in two languages: their models should be the same. */
export interface LanguagePair {
  readonly first: string;
  readonly second: string;
}

/** The pairs that the corpora have; but for dub's in TypeScript and Go they are of different releases of their API. */
export const languagePairs: readonly LanguagePair[] = [
  { first: "dub-typescript", second: "dub-go" },
  { first: "dub-typescript", second: "dub-ruby" },
  { first: "dub-go", second: "dub-ruby" },
  { first: "polar-typescript", second: "polar-python" },
  { first: "clerk-python", second: "clerk-java" },
  { first: "clerk-python", second: "clerk-csharp" },
  { first: "clerk-python", second: "clerk-php" },
  { first: "clerk-python", second: "clerk-ruby" },
];

/** What the oracle beside the repository says of two languages, by names. */
export interface NamedAgreement {
  /** Fields, and models without any, which both languages have or one of them. */
  readonly fields: number;
  readonly agreement: number;
}

/** Compares the outputs of two languages by names of models, by the oracle beside the repository. */
export async function judgeAgreement(first: string, second: string): Promise<NamedAgreement> {
  const shapes = await Promise.all([first, second].map(writeShapes));
  return JSON.parse(await runOracle("compare-languages.mjs", ...shapes, "--json")) as NamedAgreement;
}

async function writeShapes(folder: string): Promise<string> {
  const shapes = `${folder}.shapes.json`;
  writeFileSync(shapes, await runOracle("shape.mjs", "--root", folder));
  return shapes;
}

/** Something that both languages document: a field, or a model without fields. */
export interface ComparedType {
  readonly place: string;
  readonly difference: Difference;
}

/** Compares what two schemas both have, by shape: generators give one model different names in different languages. */
export function compareTypes(first: Schema, second: Schema): readonly ComparedType[] {
  return pairsOf(first, second).flatMap(([a, b]) => {
    if (a.kind !== "object" || b.kind !== "object") {
      return [{ place: a.id, difference: differenceOf(modelShape(a, first), modelShape(b, second)) }];
    }
    return fieldPairs(a, b).map(([field, other]) => ({
      place: `${a.id}#${field.name}`,
      difference: differenceOf(typeShape(field.type.value, first, 0), typeShape(other.type.value, second, 0)),
    }));
  });
}

/** Names of properties that two schemas have in common, whatever their case. */
export interface ComparedNames {
  readonly paired: number;
  /** The names that differ: `components/foo.md#userId userID`. */
  readonly different: readonly string[];
}

/** Compares the names that two schemas give the properties that both have. */
export function compareNames(first: Schema, second: Schema): ComparedNames {
  const pairs = pairsOf(first, second).flatMap(([a, b]) =>
    a.kind === "object" && b.kind === "object" ? fieldPairs(a, b).map((fields) => ({ page: a.id, fields })) : [],
  );
  const different = pairs.filter(({ fields: [field, other] }) => field.localName !== other.localName);
  return {
    paired: pairs.length,
    different: different.map(({ page, fields: [field, other] }) => `${page}#${field.localName} ${other.localName}`),
  };
}

type AnyModel = Model<ModelId>;
type ObjectModel = Extract<AnyModel, { kind: "object" }>;
type AnyField = ObjectModel["fields"][number];

/** Models of one namespace and name; where the layouts differ, of a name that each language has once. */
function pairsOf(first: Schema, second: Schema): readonly (readonly [AnyModel, AnyModel])[] {
  const others = groupBy([...second.models.values()], keyOf);
  const othersByName = groupBy([...second.models.values()], ({ name }) => foldName(name));
  const byName = groupBy([...first.models.values()], ({ name }) => foldName(name));
  return [...first.models.values()].flatMap((model) => {
    const name = foldName(model.name);
    const isSole = byName.get(name)?.length === 1 && othersByName.get(name)?.length === 1;
    const other = others.get(keyOf(model))?.[0] ?? (isSole ? othersByName.get(name)?.[0] : undefined);
    return other ? [[model, other] as const] : [];
  });
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function fieldPairs(a: ObjectModel, b: ObjectModel): readonly (readonly [AnyField, AnyField])[] {
  const others = new Map(b.fields.map((field) => [foldName(field.name), field]));
  return a.fields.flatMap((field) => {
    const other = isOfRuntime(foldName(field.name)) ? undefined : others.get(foldName(field.name));
    return other ? [[field, other] as const] : [];
  });
}

/** By what pages say of null: how many fields are nullable in the source of an SDK of the same API, how many are not. */
export type NullTruth = Readonly<Record<"yes" | "no" | "nothing", { readonly nullable: number; readonly not: number }>>;

/** The shapes of an SDK's own types, as the truth files have them. */
type TruthShapes = Readonly<
  Record<string, { readonly fields?: Readonly<Record<string, { readonly type: readonly unknown[] }>> }>
>;

/** Holds what pages say of null against a truth file, for models whose names both have once. */
export function judgeNulls(schema: Schema, truthFile: string): NullTruth {
  const truth = JSON.parse(readFileSync(truthFile, "utf8")) as TruthShapes;
  const byName = groupBy(Object.entries(truth), ([key]) => foldName(key.replace(/.*\//, "")));
  const counts = { yes: { nullable: 0, not: 0 }, no: { nullable: 0, not: 0 }, nothing: { nullable: 0, not: 0 } };
  for (const model of schema.models.values()) {
    const [found, ...others] = byName.get(foldName(model.name)) ?? [];
    if (model.kind !== "object" || !found || others.length > 0) continue;
    const fields = new Map(Object.entries(found[1].fields ?? {}).map(([name, { type }]) => [foldName(name), type]));
    for (const { name, nullability } of model.fields) {
      const type = fields.get(foldName(name));
      if (type) counts[saidOf(nullability)][type.includes("null") ? "nullable" : "not"] += 1;
    }
  }
  return counts;
}

/** What a page says of null; a policy decides where it says nothing. */
function saidOf({ value, source }: AnyField["nullability"]): keyof NullTruth {
  return source.origin === "policy" || value === "unknown" ? "nothing" : value;
}
