import { parseArgs } from "node:util";
import { corpusProofs, fixtureProofs, type ProofCase, provenCorpora } from "./proof-case.js";
import { mutateCorpus, mutateFixtures, proveAgreement } from "./proofs.js";
import { proveRows } from "./rows.js";

/**
 * Prints how far types and validators agree, and which changes of guards no value tells: `npm run proof`. With
 * `--corpora a,b` it takes in other corpora; with `--list` it prints every disagreement and every survivor,
 * not the first ones alone.
 */
const { values } = parseArgs({ options: { corpora: { type: "string" }, list: { type: "boolean" } } });
const names = values.corpora?.split(",") ?? provenCorpora;
const listed = values.list ? Number.POSITIVE_INFINITY : 20;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const printAll = (lines: readonly string[]): void => {
  for (const line of lines.slice(0, listed)) print(`    ${line.slice(0, 300)}`);
  if (lines.length > listed) print(`    and ${lines.length - listed} more: --list`);
};

async function printAgreement(name: string, proofs: readonly ProofCase[]): Promise<void> {
  const {
    models,
    values: count,
    untellable,
    verdicts,
    exceptions,
    disagreements,
    misjudged,
  } = await proveAgreement(proofs);
  const counted = `${models} models, ${count} values, ${verdicts} verdicts of the compiler`;
  print(`${name}: ${counted}: ${disagreements.length} disagreements, ${misjudged.length} with the reference`);
  const told = Object.entries(exceptions).map(([rule, times]) => `${rule} ${times}`);
  print(`    excepted by rules of TypeScript: ${told.join(", ")}; values that it cannot write: ${untellable}`);
  printAll([...disagreements, ...misjudged]);
}

function printRows(name: string, proofs: readonly ProofCase[]): void {
  const found = proofs.map(proveRows);
  const breaches = found.reduce((sum, each) => sum + each.breaches, 0);
  const untold = found.flatMap((each) => each.untold);
  print(`${name}: ${breaches} broken fields: ${untold.length} that no issue names by path and row`);
  printAll(untold);
}

function printMutation(name: string, { models, mutants, killed, survivors }: ReturnType<typeof mutateFixtures>): void {
  const share = ((100 * killed) / mutants).toFixed(2);
  print(`${name}: ${mutants} mutants of the guards of ${models} models: ${killed} killed (${share}%)`);
  print(`    ${survivors.length} survivors`);
  printAll(survivors);
}

const fixtures = fixtureProofs();
const found = names.flatMap((name) => corpusProofs([name]));
const missing = names.filter((name) => !found.some((proof) => proof.name === name));
if (missing.length > 0) print(`skipped, since they are not there: ${missing.join(", ")}`);
await printAgreement("fixtures", fixtures);
for (const proof of found) await printAgreement(proof.name, [proof]);
printRows("fixtures", fixtures);
for (const proof of found) printRows(proof.name, [proof]);
printMutation("fixtures", mutateFixtures(fixtures));
for (const proof of found) printMutation(proof.name, mutateCorpus(proof));
