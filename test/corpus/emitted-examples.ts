import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, type Output } from "../../src/compile.js";
import { readComment } from "../emit/doc-reader.js";
import { readDocs } from "./corpora.js";
import { type ExampleTruth, judgeExamples, writeOutputs } from "./judge.js";

const section = /^(## Example Usage.*$[\s\S]*?```(?:typescript|ts)[^\n]*\n)([\s\S]*?)```/m;

/** Compiles the examples that doc comments show against the outputs in a folder. */
export async function judgeEmittedExamples(docs: string, folder: string, output: Output): Promise<ExampleTruth> {
  writeEmittedExamples(docs, `${folder}.shown`, output);
  return judgeExamples(`${folder}.shown`, folder);
}

/** The same where date-times are text; the outputs are written into the folder. */
export async function judgeExamplesWithTexts(docs: string, folder: string): Promise<ExampleTruth> {
  const output = compile(readDocs(docs), { dates: "string" });
  writeOutputs(folder, output);
  return judgeEmittedExamples(docs, folder, output);
}

/** Writes the pages with the examples that the doc comments show in the place of their own. */
function writeEmittedExamples(docs: string, folder: string, { files, schema }: Output): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { id, page } of schema.models.values()) {
    const shown = shownExample(texts.get(schema.names.get(id)?.file ?? "") ?? "");
    const text = readFileSync(join(docs, page), "utf8").replace(/\r\n/g, "\n");
    mkdirSync(dirname(join(folder, page)), { recursive: true });
    writeFileSync(
      join(folder, page),
      text.replace(section, (_, before: string) => `${before}${shown}\`\`\``),
    );
  }
}

/** The example of the comment above a model's type, which comes before those of its properties. */
function shownExample(text: string): string {
  const comments = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const examples = comments.flatMap((comment) => readComment(comment).filter(({ tag }) => tag === "example"));
  const example = examples.find(({ lines }) => /^```(?:typescript|ts)/.test(lines.find((line) => line !== "") ?? ""));
  const lines = example?.lines ?? [];
  const from = lines.findIndex((line) => line.startsWith("```"));
  return lines
    .slice(from + 1, lines.lastIndexOf("```"))
    .map((line) => `${line}\n`)
    .join("");
}
