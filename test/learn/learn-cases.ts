import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type SourcePage } from "../../src/compile.js";
import { learnFromDocs } from "../../src/learn/docs/learn-docs.js";
import { readDocument } from "../../src/learn/openapi/document.js";
import { learnFromOpenApi } from "../../src/learn/openapi/learn-openapi.js";
import type { Proposal } from "../../src/learn/proposal.js";
import { learnFromSamples } from "../../src/learn/samples/learn-samples.js";
import type { Schema } from "../../src/model/schema.js";
import { readDocs } from "../corpus/corpora.js";

/** Pages, and a source that says more of them. */
export interface LearnCase {
  readonly name: string;
  readonly folder: string;
  readonly pages: readonly SourcePage[];
  readonly learn: (schema: Schema) => Proposal;
}

const fixtures = fileURLToPath(new URL("../fixtures/learn", import.meta.url));

/** The folders of fixtures/learn: `docs/` beside an `openapi.*`, the pages `other/` or the payloads `samples/`. */
export const learnCases: readonly LearnCase[] = readdirSync(fixtures)
  .sort()
  .flatMap((name) => {
    const folder = join(fixtures, name);
    const learn = learnOf(folder);
    return learn ? [{ name, folder, pages: readDocs(join(folder, "docs")), learn }] : [];
  });

function learnOf(folder: string): LearnCase["learn"] | undefined {
  for (const file of ["openapi.yaml", "openapi.json"]) {
    if (!existsSync(join(folder, file))) continue;
    const read = readDocument(file, readFileSync(join(folder, file), "utf8"));
    if (!read.ok) throw new Error(read.reason);
    return (schema) => learnFromOpenApi(schema, read.document);
  }
  if (existsSync(join(folder, "other"))) {
    const other = compile(readDocs(join(folder, "other"))).schema;
    return (schema) => learnFromDocs(schema, other);
  }
  if (!existsSync(join(folder, "samples"))) return undefined;
  const files = readdirSync(join(folder, "samples")).sort();
  const samples = files.map((file) => ({
    file,
    text: readFileSync(join(folder, "samples", file), "utf8"),
    model: file.replace(/\.json$/, ""),
  }));
  return (schema) => learnFromSamples(schema, samples);
}
