import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { learnFromDocs } from "../../src/learn/docs/learn-docs.js";
import { readDocument } from "../../src/learn/openapi/document.js";
import { learnFromOpenApi } from "../../src/learn/openapi/learn-openapi.js";
import { corpora, readDocs, shared } from "../corpus/corpora.js";
import { judgeFields, writeOutputs } from "../corpus/judge.js";
import { judgeWire } from "./openapi-judge.js";

const docsOf = (corpus: string): string => corpora.find(({ name }) => name === corpus)?.docs ?? "";

// Real pages stand beside the repository where its makers work; elsewhere there is nothing to read.
describe.skipIf(corpora.length === 0)("what is learned of real SDKs", () => {
  const root = mkdtempSync(join(tmpdir(), "modelmark-learned-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("has 99% of airplane's keys and types, by its OpenAPI document", { timeout: 120_000 }, () => {
    const pages = readDocs(docsOf("airplane-go"));
    const text = readFileSync(join(shared, "truth/airplane-openapi.yaml"), "utf8");
    const read = readDocument("airplane-openapi.yaml", text);
    const overrides = read.ok ? learnFromOpenApi(compile(pages).schema, read.document).overrides : [];
    const { properties, right, wrong } = judgeWire(compile(pages, { overrides }).schema, text);
    expect(right / properties, wrong.join("\n")).toBeGreaterThanOrEqual(0.99);
  });

  it("has 85% of the full truth of polar in TypeScript, by its pages in Python", { timeout: 600_000 }, async () => {
    const pages = readDocs(docsOf("polar-typescript"));
    const other = compile(readDocs(docsOf("polar-python"))).schema;
    const { overrides } = learnFromDocs(compile(pages).schema, other);
    writeOutputs(join(root, "polar"), compile(pages, { overrides, validators: false }));
    const { full, fidelity } = await judgeFields(join(root, "polar"), join(shared, "truth/polar-typescript.json"));
    expect(full).toBeGreaterThanOrEqual(0.85);
    expect(fidelity, "nothing that the pages say is lost").toBeGreaterThanOrEqual(0.999);
  });
});
