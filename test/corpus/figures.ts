import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compile } from "../../src/compile.js";
import type { Schema } from "../../src/model/schema.js";
import { type Corpus, corpora, readDocs, shared } from "./corpora.js";
import { judgeEmittedExamples, judgeExamplesWithTexts } from "./emitted-examples.js";
import { compileStrictly, judgeExamples, judgeFields, writeOutputs } from "./judge.js";
import { agreementLines, nameLines, nullLines, percent } from "./language-figures.js";
import { isTold, toldExamples } from "./told-examples.js";

/**
 * Prints the figures of every corpus: `npm run figures`, or of one docs folder: `npm run figures -- --docs DIR`, with
 * `--truth FILE` where the shapes of the SDK's source are known. `--list` names each field that differs.
 * Examples are held against the outputs as pages write them, then as doc comments show them, with dates as `Date` and as text. Each that
 * does not compile as it is written is named, with the lines that the compiler names and the rule that tells of it there.
 */
const { values } = parseArgs({
  options: { docs: { type: "string" }, truth: { type: "string" }, list: { type: "boolean" } },
});
const named = { name: values.docs ?? "", docs: values.docs ?? "", fidelity: 0 };
const chosen: readonly Corpus[] = values.docs ? [values.truth ? { ...named, truth: values.truth } : named] : corpora;
const root = mkdtempSync(join(tmpdir(), "modelmark-figures-"));
const textRoot = mkdtempSync(join(tmpdir(), "modelmark-figures-texts-"));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const schemas = new Map<string, Schema>();

print(
  "| corpus | pages | models | errors | warnings | fidelity | full truth | examples that compile | as shown | as shown, dates as text | others told of |",
);
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const corpus of chosen) {
  const pages = readDocs(corpus.docs);
  const output = compile(pages);
  const name = values.docs ? "docs" : corpus.name;
  const folder = join(root, name);
  writeOutputs(folder, output);
  schemas.set(corpus.name, output.schema);
  const errors = output.messages.filter(({ fatal }) => fatal === true).length;
  const warnings = output.messages.filter(({ fatal }) => fatal === false).length;
  const truth = corpus.truth === undefined ? undefined : await judgeFields(folder, corpus.truth);
  const { examples, compile: compiled, failures } = await judgeExamples(corpus.docs, folder);
  const told = toldExamples(failures, corpus.docs, folder, output);
  const shown = await judgeEmittedExamples(corpus.docs, folder, output);
  const texts = examples > 0 ? await judgeExamplesWithTexts(corpus.docs, join(textRoot, name)) : shown;
  const fidelity = truth ? `${percent(truth.fidelity, 1)} of ${truth.fields}` : "–";
  const cells = [corpus.name, pages.length, output.schema.models.size, errors, warnings, fidelity];
  const full = truth ? percent(truth.full, 1) : "–";
  const asWritten = `${percent(compiled, examples)} of ${examples}`;
  const ways = [asWritten, percent(shown.compile, shown.examples), percent(texts.compile, texts.examples)];
  const others = `${told.filter(isTold).length} of ${told.length}`;
  print(`| ${[...cells, full, ...ways, others].join(" | ")} |`);
  for (const { page, complaint, lines } of told) {
    const places = lines.map(({ line, rule = "no rule" }) => `line ${line} by ${rule}`);
    print(`    ${page} does not compile: ${complaint.slice(0, 120)} – told of: ${places.join(", ")}`);
  }
  for (const line of shown.failures) print(`    as shown: ${line.slice(0, 160)}`);
  for (const line of texts.failures) print(`    as shown, dates as text: ${line.slice(0, 160)}`);
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
