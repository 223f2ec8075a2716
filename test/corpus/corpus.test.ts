import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, type Output } from "../../src/compile.js";
import { corpora, readDocs } from "./corpora.js";
import { writeEmittedExamples } from "./emitted-examples.js";
import { compilers, compileStrictly, judgeExamples, judgeFields, moduleKinds, writeOutputs } from "./judge.js";
import { toldExamples, toldPages } from "./told-examples.js";

// Real pages stand beside the repository where its makers work; elsewhere there is nothing to read.
describe.skipIf(corpora.length === 0)("pages of real SDKs", () => {
  const root = mkdtempSync(join(tmpdir(), "modelmark-corpus-"));
  const outputs = new Map<string, Output>();

  beforeAll(() => {
    for (const { name, docs } of corpora) {
      const output = compile(readDocs(docs));
      outputs.set(name, output);
      writeOutputs(join(root, name), output);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

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
      "compiles its own examples, but those that a rule tells of at their place, and those that doc comments show",
      async () => {
        const output = outputs.get(name);
        if (!output) throw new Error(`${name} has no output`);
        const { examples, compile: compiled, failures } = await judgeExamples(docs, join(root, name));
        expect(compiled, failures.join("\n")).toBeGreaterThanOrEqual(0.996 * examples);
        const told = toldExamples(failures, docs, output);
        expect(told.filter(({ at }) => !at)).toEqual([]);
        expect(toldPages(output)).toEqual(told.map(({ page }) => page).sort());
        const pages = join(root, "shown", name);
        writeEmittedExamples(docs, pages, output);
        const shown = await judgeExamples(pages, join(root, name));
        expect(shown.compile, shown.failures.join("\n")).toBeGreaterThanOrEqual(0.999 * shown.examples);
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
