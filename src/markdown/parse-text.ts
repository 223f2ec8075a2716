import type { Yaml } from "mdast";
import { readBlocks } from "./blocks.js";
import type { Block } from "./page.js";
import { readPlainBlocks } from "./plain-blocks.js";
import { parseStructure } from "./structure.js";

/** The front matter and the blocks of a text. */
export interface ParsedText {
  readonly frontMatter: Yaml | undefined;
  readonly blocks: readonly Block[];
}

/** Front matter at the start of a text, down to the line behind it. */
const frontMatterLines = /^---[ \t]*\r?\n(?:[\s\S]*?\n)?---[ \t]*\r?\n/;

/** The front matter at the start of a text, with the lines around it; the empty string where there is none. */
export function frontMatterOf(text: string): string {
  return frontMatterLines.exec(text)?.[0] ?? "";
}

/** Parses a text of plain blocks, with front matter or without; undefined where it holds anything else. */
export function parsePlainText(text: string): ParsedText | undefined {
  const lines = frontMatterOf(text);
  const blocks = readPlainBlocks(text, lines.split("\n").length - 1);
  if (!blocks || lines === "") return blocks && { frontMatter: undefined, blocks };
  const [node, ...others] = parseStructure(lines).children;
  return node?.type === "yaml" && others.length === 0 ? { frontMatter: node, blocks } : undefined;
}

/** Parses a text of any form. */
export function parseAnyText(text: string): ParsedText {
  const root = parseStructure(text);
  return { frontMatter: root.children.find((node) => node.type === "yaml"), blocks: readBlocks(root, text) };
}
