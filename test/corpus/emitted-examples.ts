import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Output } from "../../src/compile.js";
import { readComment } from "../emit/doc-reader.js";

const section = /^(## Example Usage.*$[\s\S]*?```(?:typescript|ts)[^\n]*\n)([\s\S]*?)```/m;

/** Writes the pages with the examples that the doc comments show in the place of their own. */
export function writeEmittedExamples(docs: string, folder: string, { files, schema }: Output): void {
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
