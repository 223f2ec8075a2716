import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Schema } from "../../src/model/schema.js";
import { corpora, readDocs, shared } from "./corpora.js";
import { compareNames, compareTypes, judgeNulls, languagePairs } from "./languages.js";

const schemas = new Map<string, Schema>();

/** The models of a corpus, read once. */
function schemaOf(name: string): Schema {
  const known = schemas.get(name);
  if (known) return known;
  const docs = corpora.find((corpus) => corpus.name === name)?.docs;
  if (docs === undefined) throw new Error(`no pages of ${name}`);
  const { schema } = compile(readDocs(docs), { validators: false });
  schemas.set(name, schema);
  return schema;
}

// Real pages stand beside the repository where its makers work; elsewhere there is nothing to compare.
describe.skipIf(corpora.length === 0)("one API in two languages", () => {
  it.each(languagePairs)("has the types of $first in $second", ({ first, second }) => {
    const types = compareTypes(schemaOf(first), schemaOf(second));
    const differing = types.filter(({ difference }) => difference !== "same" && difference !== "release");
    const list = differing.map(({ place, difference }) => `${difference} ${place}`).join("\n");
    expect(types.length).toBeGreaterThan(2000);
    expect(1 - differing.length / types.length, list).toBeGreaterThanOrEqual(0.98);
  });

  it.each([["dub-typescript", "dub-go"]] as const)("has the properties' names of %s in %s", (first, second) => {
    const { paired, different } = compareNames(schemaOf(first), schemaOf(second));
    expect(paired).toBeGreaterThan(2000);
    expect(1 - different.length / paired, different.join("\n")).toBeGreaterThanOrEqual(0.99);
  });
});

const polarTruth = join(shared, "truth/polar-typescript.json");

describe.skipIf(!existsSync(polarTruth))("null on Python's pages", () => {
  it("is right both ways where a cell has a word for it", () => {
    const { yes, no } = judgeNulls(schemaOf("polar-python"), polarTruth);
    expect(yes.nullable / (yes.nullable + yes.not)).toBeGreaterThanOrEqual(0.97);
    expect(yes.nullable / (yes.nullable + no.nullable)).toBeGreaterThanOrEqual(0.97);
  });
});
