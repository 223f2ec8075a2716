import { rmSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram } from "./program.js";
import { differencesOf } from "./sequence.js";
import { sequences } from "./steps.js";
import { makeFolder } from "./test-repository.js";

const folder = makeFolder();
let program = "";
beforeAll(async () => {
  program = await bundleProgram(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("whatever a user edits, stages and commits, outputs are those of the staged pages and no byte is lost; `npm run proof:staged` tries 1,000 sequences", {
  timeout: 300_000,
}, async () => {
  const property = fc.asyncProperty(sequences, async (sequence) => {
    expect(await differencesOf(sequence, program)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 20, endOnFailure: true });
});
