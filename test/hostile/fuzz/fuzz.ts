import { parseArgs } from "node:util";
import { describeFinding, keyOf } from "./describe-finding.js";
import { runBatches } from "./run-fuzz.js";
import { type BatchResult, batchesOf } from "./search.js";
import { readSeeds } from "./seed-pages.js";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: "20261125" },
    threads: { type: "string", default: "1" },
    path: { type: "string" },
  },
});
const seed = Number(values.seed);
const batches =
  values.path === undefined ? batchesOf(Number(values.cases), seed) : [{ seed, cases: 1, path: values.path }];
const start = Date.now();
const known = new Set<string>();
let [cases, judged, compiled, done, failures] = [0, 0, 0, 0, 0];

const seeds = readSeeds();
process.stdout.write(`${seeds.pages.length} pages and ${seeds.sets.length} sets to start from, seed ${seed}\n`);
await runBatches(batches, seeds, Number(values.threads), take);
tell();
if (failures > 0 || cases === 0) process.exitCode = 1;

function take(result: BatchResult): void {
  cases += result.cases;
  judged += result.judged;
  compiled += result.compiled;
  done += 1;
  for (const finding of result.findings) {
    failures += 1;
    const key = keyOf(finding);
    if (!known.has(key)) process.stdout.write(`${describeFinding(finding)}\n\n`);
    known.add(key);
  }
  if (done % 20 === 0) tell();
}

function tell(): void {
  const seconds = (Date.now() - start) / 1000;
  const counts = `${cases} cases (${judged} judged and loaded, ${compiled} compiled), ${failures} failures of ${known.size} kinds`;
  process.stdout.write(`${counts}, ${(cases / seconds).toFixed(0)} a second, ${seconds.toFixed(0)} s\n`);
}
