import { readFileSync, writeFileSync } from "node:fs";
import { folderOf } from "../../src/model/path.js";
import type { Schema } from "../../src/model/schema.js";
import { runOracle } from "./judge.js";

/** One API that SDKs document in two languages: their models should be the same. */
export interface LanguagePair {
  readonly first: string;
  readonly second: string;
  /** The least share of fields whose types agree. */
  readonly agreement: number;
}

/** The pairs; what keeps a pair from agreeing wholly stands in README.md beside this file. */
export const languagePairs: readonly LanguagePair[] = [{ first: "dub-typescript", second: "dub-go", agreement: 0.99 }];

/** How the models of two languages compare. */
export interface Agreement {
  /** Fields, and models that have none, which both languages have or one of them. */
  readonly fields: number;
  readonly agreement: number;
  /** What differs, a line each. */
  readonly differences: readonly string[];
}

/** Compares the outputs of two languages, by the oracle beside the repository. */
export async function judgeAgreement(first: string, second: string): Promise<Agreement> {
  const shapes = await Promise.all([first, second].map(writeShapes));
  const lines = (await runOracle("compare-languages.mjs", ...shapes, "--list", "--json")).trim().split("\n");
  const { fields, agreement } = JSON.parse(lines.pop() ?? "{}") as Agreement;
  return { fields, agreement, differences: lines };
}

async function writeShapes(folder: string): Promise<string> {
  const shapes = `${folder}.shapes.json`;
  writeFileSync(shapes, await runOracle("shape.mjs", "--root", folder));
  return shapes;
}

/** Names of two schemas that stand for one thing. */
export interface NamePairs {
  readonly paired: number;
  readonly equal: number;
  /** The names that differ: `components/Foo.userId userID`. */
  readonly differences: readonly string[];
}

/** Compares the properties' names of models and fields that two schemas share, whatever their case. */
export function compareNames(first: Schema, second: Schema): NamePairs {
  const others = new Map(fieldsOf(second).map(({ key, name }) => [key, name]));
  const pairs = fieldsOf(first).flatMap(({ key, place, name }) => {
    const other = others.get(key);
    return other === undefined ? [] : [{ place, name, other }];
  });
  const different = pairs.filter(({ name, other }) => name !== other);
  return {
    paired: pairs.length,
    equal: pairs.length - different.length,
    differences: different.map(({ place, name, other }) => `${place}.${name} ${other}`),
  };
}

interface NamedField {
  readonly key: string;
  readonly place: string;
  readonly name: string;
}

function fieldsOf(schema: Schema): readonly NamedField[] {
  return [...schema.models.values()].flatMap((model) => {
    if (model.kind !== "object") return [];
    const place = `${folderOf(model.page)}${model.name}`;
    return model.fields.map(({ localName }) => ({ key: fold(`${place}.${localName}`), place, name: localName }));
  });
}

/** A name without case and separators. */
function fold(text: string): string {
  return text.replace(/[^\p{L}\p{N}/.]/gu, "").toLowerCase();
}

/** What pages say of null against the source of an SDK of the same API in another language. */
export interface NullTruth {
  readonly paired: number;
  /** Fields that are nullable in both. */
  readonly both: number;
  readonly onlyPages: readonly string[];
  readonly onlyTruth: readonly string[];
}

/** The shapes of an SDK's own types, as the truth files have them. */
type Shapes = Readonly<
  Record<string, { readonly fields?: Readonly<Record<string, { readonly type: readonly unknown[] }>> }>
>;

/** Holds the nullability of a schema's fields against a truth file. */
export function judgeNulls(schema: Schema, truthFile: string): NullTruth {
  const truth = nullsOf(JSON.parse(readFileSync(truthFile, "utf8")) as Shapes);
  const pairs = [...schema.models.values()].flatMap((model) =>
    (model.kind === "object" ? model.fields : []).flatMap(({ name, nullability }) => {
      const place = `${folderOf(model.page)}${model.name}.${name}`;
      const inTruth = truth.get(fold(place));
      return inTruth === undefined ? [] : [{ place, onPage: nullability.value === "yes", inTruth }];
    }),
  );
  return {
    paired: pairs.length,
    both: pairs.filter(({ onPage, inTruth }) => onPage && inTruth).length,
    onlyPages: pairs.filter(({ onPage, inTruth }) => onPage && !inTruth).map(({ place }) => place),
    onlyTruth: pairs.filter(({ onPage, inTruth }) => !onPage && inTruth).map(({ place }) => place),
  };
}

function nullsOf(shapes: Shapes): ReadonlyMap<string, boolean> {
  return new Map(
    Object.entries(shapes).flatMap(([model, { fields = {} }]) =>
      Object.entries(fields).map(([name, { type }]) => [fold(`${model}.${name}`), type.includes("null")] as const),
    ),
  );
}
