import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compile, type Output } from "../../src/compile.js";
import { learnFromDocs } from "../../src/learn/docs/learn-docs.js";
import { readDocument } from "../../src/learn/openapi/document.js";
import { learnFromOpenApi } from "../../src/learn/openapi/learn-openapi.js";
import type { Proposal } from "../../src/learn/proposal.js";
import { learnFromTypes } from "../../src/learn/types/learn-types.js";
import type { Schema } from "../../src/model/schema.js";
import { corpora, readDocs, shared } from "../corpus/corpora.js";
import { judgeFields, writeOutputs } from "../corpus/judge.js";
import { percent } from "../corpus/language-figures.js";
import { judgeWire } from "./openapi-judge.js";
import { readTypeTexts } from "./types/type-cases.js";

/**
 * Prints what `learn` gains, by the judges beside the repository: `npm run figures:learn`; `--list` names each fact that is not
 * as the judge has it. `--checkouts DIR`: what is gained from the types of SDKs, each checked out in a folder called as its corpus.
 */
const { values } = parseArgs({ options: { list: { type: "boolean" }, checkouts: { type: "string" } } });
const root = mkdtempSync(join(tmpdir(), "modelmark-learn-figures-"));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

type Learn = (schema: Schema) => Proposal;

interface Learned {
  readonly before: Output;
  readonly after: Output;
  readonly proposal: Proposal;
}

/** Learns, applies what was learned, and learns again, of which nothing may come. */
function learnAndApply(corpus: string, learn: Learn): Learned {
  const pages = pagesOf(corpus);
  const before = compile(pages);
  const proposal = learn(before.schema);
  const after = compile(pages, { overrides: proposal.overrides });
  const again = learn(after.schema).overrides;
  print(`${corpus}: ${countsOf(proposal)}`);
  print(`    ${proposal.unmatched.length} without a match; learning again proposes ${again.length}`);
  const warned = after.messages.filter(({ ruleId }) => /override/.test(ruleId ?? ""));
  print(`    ${warned.length} messages on the overrides`);
  if (values.list) {
    for (const override of again) print(`    again ${JSON.stringify(override)}`);
    for (const message of warned) print(`    ${String(message)}`);
  }
  return { before, after, proposal };
}

function pagesOf(corpus: string): ReturnType<typeof readDocs> {
  return readDocs(corpora.find(({ name }) => name === corpus)?.docs ?? "");
}

function countsOf({ overrides }: Proposal): string {
  const counts = new Map<string, number>();
  for (const { fact } of overrides) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return `${overrides.length} overrides (${[...counts].map(([fact, count]) => `${count} ${fact}`).join(", ")})`;
}

/** The folders in which SDKs keep their models. */
const typeFolders = ["src/models", "src/sdk/models"];

/** What the types of the SDKs say that are checked out. */
async function judgeCheckouts(checkouts: string): Promise<void> {
  for (const { name, truth } of corpora) {
    const folder = typeFolders.map((each) => join(checkouts, name, each)).find((each) => existsSync(each));
    if (!folder || truth === undefined) continue;
    const types = readTypeTexts(folder);
    const learned = learnAndApply(name, (schema) => learnFromTypes(schema, types));
    await judge("--types", name, learned);
  }
}

function openApi(file: string): Learn {
  const read = readDocument(file.replace(/.*\//, ""), readFileSync(join(shared, file), "utf8"));
  if (!read.ok) throw new Error(read.reason);
  return (schema) => learnFromOpenApi(schema, read.document);
}

async function judge(name: string, corpus: string, learned: Learned): Promise<void> {
  const truth = join(shared, "truth", `${corpus}.json`);
  const shares: string[] = [];
  for (const [state, output] of [["before", learned.before] as const, ["after", learned.after] as const]) {
    const folder = join(root, `${corpus}-${state}`);
    writeOutputs(folder, output);
    const { fields, full, fidelity, differences } = await judgeFields(folder, truth);
    shares.push(`${percent(full, 1)} (fidelity ${percent(fidelity, 1)}) of ${fields}`);
    if (values.list && state === "after") for (const line of differences) print(`    ${line.slice(0, 240)}`);
  }
  print(`full truth of ${corpus} after learn ${name}: ${shares[1]}, before ${shares[0]}`);
}

if (corpora.length === 0) print("no corpora beside the repository: nothing to measure");
else if (values.checkouts !== undefined) await judgeCheckouts(values.checkouts);
else {
  const airplane = learnAndApply("airplane-go", openApi("truth/airplane-openapi.yaml"));
  const text = readFileSync(join(shared, "truth/airplane-openapi.yaml"), "utf8");
  const [before, after] = [airplane.before, airplane.after].map(({ schema }) => judgeWire(schema, text));
  print(
    `wire names and types of airplane-go after learn --openapi: ${after?.right} of ${after?.properties} ` +
      `(${percent(after?.right ?? 0, after?.properties ?? 0)}), before ${before?.right} of ${before?.properties}; ` +
      `schemas without a page: ${after?.withoutPage.join(", ")}`,
  );
  if (values.list) for (const line of after?.wrong ?? []) print(`    ${line.slice(0, 240)}`);
  const python = compile(pagesOf("polar-python")).schema;
  const docs = learnAndApply("polar-typescript", (schema) => learnFromDocs(schema, python));
  await judge("--docs of polar-python", "polar-typescript", docs);
  if (existsSync(join(shared, "bench/polar.openapi.json"))) {
    const learned = learnAndApply("polar-typescript", openApi("bench/polar.openapi.json"));
    await judge("--openapi", "polar-typescript", learned);
    learnAndApply("polar-python", openApi("bench/polar.openapi.json"));
  }
}
rmSync(root, { recursive: true, force: true });
