import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compile } from "../../src/compile.js";
import type { Schema } from "../../src/model/schema.js";
import { type Corpus, corpora, readDocs, shared } from "./corpora.js";
import { writeEmittedExamples } from "./emitted-examples.js";
import { compileStrictly, judgeExamples, judgeFields, writeOutputs } from "./judge.js";
import { agreementLines, nameLines, nullLines, percent } from "./language-figures.js";
import { toldExamples } from "./told-examples.js";

/**
 * Prints the figures of every corpus: `npm run figures`, or of one docs folder: `npm run figures -- --docs DIR`, with
 * `--truth FILE` where the shapes of the SDK's source are known. `--list` names each field that differs.
 * Examples are held against the outputs as pages write them, then as doc comments show them; each that does not compile as it is
 * written is named, with the rule that tells of it and the line.
 */
const { values } = parseArgs({
  options: { docs: { type: "string" }, truth: { type: "string" }, list: { type: "boolean" } },
});
const named = { name: values.docs ?? "", docs: values.docs ?? "", fidelity: 0 };
const chosen: readonly Corpus[] = values.docs ? [values.truth ? { ...named, truth: values.truth } : named] : corpora;
const root = mkdtempSync(join(tmpdir(), "modelmark-figures-"));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const schemas = new Map<string, Schema>();

print(
  "| corpus | pages | models | errors | warnings | fidelity | full truth | examples that compile | as shown | others told of |",
);
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const corpus of chosen) {
  const pages = readDocs(corpus.docs);
  const output = compile(pages);
  const folder = join(root, values.docs ? "docs" : corpus.name);
  writeOutputs(folder, output);
  schemas.set(corpus.name, output.schema);
  const errors = output.messages.filter(({ fatal }) => fatal === true).length;
  const warnings = output.messages.filter(({ fatal }) => fatal === false).length;
  const truth = corpus.truth === undefined ? undefined : await judgeFields(folder, corpus.truth);
  const { examples, compile: compiled, failures } = await judgeExamples(corpus.docs, folder);
  const told = toldExamples(failures, corpus.docs, output);
  writeEmittedExamples(corpus.docs, `${folder}.shown`, output);
  const shown = await judgeExamples(`${folder}.shown`, folder);
  const fidelity = truth ? `${percent(truth.fidelity, 1)} of ${truth.fields}` : "–";
  const cells = [corpus.name, pages.length, output.schema.models.size, errors, warnings, fidelity];
  const full = truth ? percent(truth.full, 1) : "–";
  const ways = [`${percent(compiled, examples)} of ${examples}`, percent(shown.compile, shown.examples)];
  const others = `${told.filter(({ at }) => at).length} of ${told.length}`;
  print(`| ${[...cells, full, ...ways, others].join(" | ")} |`);
  for (const { page, complaint, at } of told) {
    const message = at ? `line ${at.line}, ${at.rule}` : "by no rule";
    print(`    ${page} does not compile: ${complaint.slice(0, 120)} – told of: ${message}`);
  }
  for (const line of shown.failures) print(`    as shown: ${line.slice(0, 160)}`);
  if (values.list) for (const line of truth?.differences ?? []) print(`    ${line.slice(0, 240)}`);
}
for (const line of await agreementLines(root, schemas, values.list ?? false)) print(line);
for (const line of nameLines(schemas)) print(line);
const python = schemas.get("polar-python");
if (python) for (const line of nullLines(python, join(shared, "truth/polar-typescript.json"))) print(line);
for (const compiler of ["5.9", "6.0", "7.0"] as const) {
  for (const resolution of ["nodenext", "bundler"] as const) {
    const complaints = await compileStrictly(root, compiler, resolution);
    print(`TypeScript ${compiler}, ${resolution}: ${complaints.length} errors`);
    for (const line of complaints.slice(0, 20)) print(`    ${line}`);
  }
}
