import { rmSync } from "node:fs";
import fc from "fast-check";
import { bundleProgram } from "./program.js";
import { differencesOf } from "./sequence.js";
import { sequences } from "./steps.js";
import { makeFolder } from "./test-repository.js";

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.env["MODELMARK_SEED"] ?? 20261121);

const folder = makeFolder();
const program = await bundleProgram(folder);
let steps = 0;
let differing = 0;
for (const [at, sequence] of fc.sample(sequences, { seed, numRuns: count }).entries()) {
  const differences = await differencesOf(sequence, program);
  steps += sequence.steps.length;
  if (differences.length > 0) {
    differing += 1;
    process.stdout.write(`${JSON.stringify(sequence)}\n${differences.map((each) => `  ${each}\n`).join("")}`);
  }
  if ((at + 1) % 50 === 0) process.stderr.write(`${at + 1} of ${count}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`seed ${seed}: ${count} sequences with ${steps} steps, ${differing} with differences\n`);
process.exitCode = differing > 0 ? 1 : 0;
