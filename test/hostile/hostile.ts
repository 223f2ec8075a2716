import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Outcome, Trial } from "./trial.js";
import { trials } from "./trials.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: "string" }, seed: { type: "string", default: "20261125" }, write: { type: "boolean" } },
});
const seed = Number(values.seed);
const chosen = positionals.length > 0 ? trials.filter(({ name }) => positionals.includes(name)) : trials;
const unknown = positionals.filter((name) => !trials.some((trial) => trial.name === name));
if (unknown.length > 0) throw new Error(`Unexpected ${unknown.join(", ")}, expected ${namesOf(trials).join(", ")}`);

const rows: string[] = [];
for (const trial of chosen) {
  const start = Date.now();
  const cases = values.cases === undefined ? trial.cases.command : Number(values.cases);
  const tell = (text: string) => process.stderr.write(`${trial.name}: ${text}\n`);
  const outcome = await trial.run({ cases, seed, tell });
  report(trial, outcome, (Date.now() - start) / 1000);
  rows.push(rowOf(trial, outcome));
}
if (values.write) writeTable();

function namesOf(list: readonly Trial[]): readonly string[] {
  return list.map(({ name }) => name);
}

function report({ name }: Trial, { cases, failures, skipped = [] }: Outcome, seconds: number): void {
  const told = `${cases.toLocaleString("en")} cases, ${failures.length} failures, ${seconds.toFixed(0)} s`;
  process.stdout.write(`${name}: ${told}\n`);
  for (const line of skipped) process.stdout.write(`  skipped: ${line}\n`);
  for (const line of failures) process.stdout.write(`  FAILED: ${line}\n`);
  if (failures.length > 0 || cases === 0) process.exitCode = 1;
}

function rowOf({ name, promise }: Trial, { cases, failures }: Outcome): string {
  const sentence = promise.charAt(0).toUpperCase() + promise.slice(1);
  return `| \`${name}\` | ${sentence} | ${cases.toLocaleString("en")} | ${failures.length} |`;
}

/** Puts the figures into SECURITY.md, where all trials were run. */
function writeTable(): void {
  if (chosen.length < trials.length) throw new Error("Unexpected --write with names, expected a run of all trials");
  const file = fileURLToPath(new URL("../../SECURITY.md", import.meta.url));
  const table = ["| trial | what holds | cases | failures |", "| --- | --- | ---: | ---: |", ...rows].join("\n");
  const text = readFileSync(file, "utf8").replace(
    /(<!-- trials -->\n)[\s\S]*(<!-- end of trials -->)/,
    (_whole, start: string, end: string) => `${start}\nSeed ${seed}.\n\n${table}\n\n${end}`,
  );
  writeFileSync(file, text);
}
