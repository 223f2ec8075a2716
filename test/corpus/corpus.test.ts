import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, type Output } from "../../src/compile.js";
import { corpora, readDocs } from "./corpora.js";
import { judgeEmittedExamples, judgeExamplesWithTexts } from "./emitted-examples.js";
import { compilers, compileStrictly, judgeExamples, judgeFields, moduleKinds, writeOutputs } from "./judge.js";
import { isTold, toldExamples, toldPages } from "./told-examples.js";

// Real pages stand beside the repository where its makers work; elsewhere there is nothing to read.
describe.skipIf(corpora.length === 0)("pages of real SDKs", () => {
  const root = mkdtempSync(join(tmpdir(), "modelmark-corpus-"));
  const textRoot = mkdtempSync(join(tmpdir(), "modelmark-corpus-texts-"));
  const outputs = new Map<string, Output>();

  beforeAll(() => {
    for (const { name, docs } of corpora) {
      const output = compile(readDocs(docs));
      outputs.set(name, output);
      writeOutputs(join(root, name), output);
    }
  });
  afterAll(() => {
    for (const folder of [root, textRoot]) rmSync(folder, { recursive: true, force: true });
  });

  describe.each(corpora)("$name", ({ name, docs, truth, fidelity = 0 }) => {
    it("is read without an error", () => {
      const errors = outputs.get(name)?.messages.filter(({ fatal }) => fatal === true) ?? [];
      expect(errors.map(String)).toEqual([]);
    });

    it("gives the same bytes whatever the order of its pages", () => {
      const pages = readDocs(docs).slice(0, 150);
      expect(compile(pages.toReversed()).files).toEqual(compile(pages).files);
    });

    it.runIf(truth).concurrent("has the fields of the SDK's own source", async () => {
      const judged = await judgeFields(join(root, name), truth ?? "");
      expect(judged.fidelity, judged.differences.join("\n")).toBeGreaterThanOrEqual(fidelity);
    });

    it.runIf(truth).concurrent(
      "compiles its own examples, but those that rules tell of at each line that the compiler names, and those that doc comments show",
      { timeout: 300_000 },
      async () => {
        const output = outputs.get(name);
        if (!output) throw new Error(`${name} has no output`);
        const { examples, compile: compiled, failures } = await judgeExamples(docs, join(root, name));
        expect(compiled, failures.join("\n")).toBeGreaterThanOrEqual(0.996 * examples);
        const told = toldExamples(failures, docs, join(root, name), output);
        expect(told).toHaveLength(examples - compiled);
        expect(told.filter((each) => !isTold(each))).toEqual([]);
        expect(toldPages(output)).toEqual(told.map(({ page }) => page).sort());
        const shown = await judgeEmittedExamples(docs, join(root, name), output);
        const texts = await judgeExamplesWithTexts(docs, join(textRoot, name));
        for (const each of [shown, texts]) {
          expect(each.examples).toBe(examples);
          expect(each.compile, each.failures.join("\n")).toBeGreaterThanOrEqual(0.999 * examples);
        }
      },
    );
  });

  describe.concurrent.each(Object.keys(compilers) as (keyof typeof compilers)[])("TypeScript %s", (compiler) => {
    it.concurrent.each(Object.keys(moduleKinds) as (keyof typeof moduleKinds)[])(
      "compiles every output under the strictest settings, resolving as %s does",
      { timeout: 900_000 },
      async (resolution) => {
        expect(await compileStrictly(root, compiler, resolution)).toEqual([]);
      },
    );
  });
});
