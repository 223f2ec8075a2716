import { parseArgs } from "node:util";
import { type Corpus, corpora, readDocs } from "../corpus/corpora.js";
import { percent } from "../corpus/language-figures.js";
import { judgeEvidence, precisionOf, readTruth } from "./judge-evidence.js";

/**
 * Prints, for each SDK whose source is known, what its examples show beyond its types and how much of that is true: `npm run
 * figures:evidence`. `--docs DIR --truth FILE` takes another SDK, `--list` names each fact. It fails where a null is none.
 */
const { values } = parseArgs({
  options: { docs: { type: "string" }, truth: { type: "string" }, list: { type: "boolean" } },
});
const given = values.docs !== undefined && values.truth !== undefined;
const chosen: readonly Corpus[] = given
  ? [{ name: values.docs ?? "", docs: values.docs ?? "", truth: values.truth ?? "" }]
  : corpora;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

print("| corpus | kind | seen in | inferred | true | unknown to the source | precision |");
print("|---|---|---|--:|--:|--:|--:|");
for (const { name, docs, truth } of chosen) {
  if (truth === undefined) continue;
  const facts = judgeEvidence(readDocs(docs), readTruth(truth));
  for (const { kind, fromCell, inferred, unknown, true: right } of precisionOf(facts)) {
    if (inferred === 0 && (kind !== "nulls" || fromCell)) continue;
    const precision = percent(right, inferred - unknown);
    print(`| ${[name, kind, fromCell ? "cells" : "examples", inferred, right, unknown, precision].join(" | ")} |`);
    if (kind === "nulls" && right < inferred) process.exitCode = 1;
  }
  if (values.list) for (const { name: fact, verdict } of facts) print(`    ${verdict} ${fact}`);
}
