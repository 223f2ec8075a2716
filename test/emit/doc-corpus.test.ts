import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { docComment } from "../../src/emit/doc-comment.js";
import { markdownLines } from "../../src/emit/doc-line.js";
import { fileFacts, printedComments, printedFile, readDescription, tsdocMessages } from "./doc-reader.js";

const folder = process.env["MODELMARK_CORPUS"] ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const corpora = ["polar-typescript", "dub-go", "openrouter-typescript", "vercel-typescript-2024"];

function pageTexts(corpus: string): readonly string[] {
  return readdirSync(join(folder, corpus), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.mdx?$/.test(path))
    .map((path) => readFileSync(join(folder, corpus, path), "utf8"));
}

/** What stands between the title and the first standard section. */
function pageDescription(page: string): string {
  const body = page.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/^# .*\n/, "");
  return body.split(/^## (?:Example Usage|Fields|Values|Supported Types)$/m)[0] ?? "";
}

/** The fourth cells of the page's table rows. */
function cellDescriptions(page: string): readonly string[] {
  const rows = page.split("\n").filter((line) => line.startsWith("|"));
  return rows.map((row) => (row.split(/(?<!\\)\|/)[4] ?? "").trim().replaceAll("\\|", "|"));
}

function corpusDescriptions(corpus: string): readonly string[] {
  const texts = pageTexts(corpus).flatMap((page) => [pageDescription(page), ...cellDescriptions(page)]);
  return [...new Set(texts)].filter((text) => text.trim() !== "" && text !== "N/A");
}

describe.each(corpora)("the descriptions of %s", (corpus) => {
  const isMissing = !existsSync(join(folder, corpus));

  it("are clean, whole and comments alone", ({ skip }) => {
    skip(isMissing, `no corpus at ${join(folder, corpus)}`);
    const descriptions = corpusDescriptions(corpus);
    expect(descriptions.length).toBeGreaterThan(100);
    for (const description of descriptions) {
      const file = printedFile(docComment({ description }));
      expect(fileFacts(file)).toMatchObject({ statements: ["InterfaceDeclaration"], errors: 0, deprecated: false });
      const [comment = ""] = printedComments(file);
      expect(tsdocMessages(comment), description).toEqual([]);
      expect(readDescription(comment)).toBe(markdownLines(description).join("\n"));
    }
  }, 60_000);
});
