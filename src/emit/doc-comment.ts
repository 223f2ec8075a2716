import type { Code } from "./code.js";
import type { DocComment } from "./declaration.js";
import { visibleLine, visibleText } from "./doc-character.js";
import { markdownLines, textLines } from "./doc-line.js";
import { escapeCode, escapeMarkdown, escapeProse, fencedCode } from "./doc-text.js";

/** An example of a doc comment: code, shown as it is. */
export interface DocExample {
  readonly language?: string | undefined;
  readonly text: string;
}

/** What a doc comment says; all of it is text of strangers. */
export interface DocParts {
  /** Markdown. */
  readonly description?: string | undefined;
  /** Further paragraphs of Markdown. */
  readonly remarks?: readonly string[] | undefined;
  /** Markdown; empty for a deprecation without a message. */
  readonly deprecated?: string | undefined;
  /** Code. */
  readonly defaultValue?: string | undefined;
  readonly examples?: readonly DocExample[] | undefined;
  /** Plain text, each on one line. */
  readonly see?: readonly string[] | undefined;
}

/** What `@deprecated` says without a message; TSDoc wants one, not in a fence. */
const deprecatedWithoutMessage = "The documentation marks this as deprecated.";

function markdownBlock(markdown: string): readonly string[] {
  return escapeMarkdown(markdownLines(markdown).map(visibleText));
}

/** A tag and its text, which begins on a line of its own where it begins with a fence. */
function tagBlock(tag: string, lines: readonly string[]): readonly string[] {
  const [first = "", ...others] = lines;
  return first.startsWith("```") ? [tag, ...lines] : [`${tag} ${first}`, ...others];
}

function deprecatedBlock(message: string): readonly string[] {
  const lines = markdownBlock(message);
  const [first = ""] = lines;
  const hasWords = first.trim() !== "" && !first.startsWith("```");
  return tagBlock("@deprecated", hasWords ? lines : [deprecatedWithoutMessage, ...lines]);
}

function defaultValueBlock(value: string): readonly string[] {
  const lines = textLines(value).map(visibleText);
  const [line] = lines;
  if (line === undefined) return [];
  const fitsSpan = lines.length === 1 && !line.includes("`");
  return tagBlock("@defaultValue", fitsSpan ? [escapeCode(`\`${line}\``)] : fencedCode(lines, ""));
}

function exampleBlock(example: DocExample): readonly string[] {
  const lines = textLines(example.text).map(visibleText);
  const language = visibleLine((example.language ?? "").trim());
  // TSDoc refuses a backtick beside the opening fence, and no language has one.
  return lines.length === 0 ? [] : ["@example", ...fencedCode(lines, language.includes("`") ? "" : language)];
}

/** In a code span, since editors take the first word of plain text for a name and set it apart from the rest. */
function seeBlock(text: string): readonly string[] {
  const line = visibleLine(text.trim());
  if (line === "") return [];
  return [`@see ${line.includes("`") ? escapeProse(line) : escapeCode(`\`${line}\``)}`];
}

function tagLines(parts: DocParts): readonly string[] {
  return [
    ...(parts.deprecated === undefined ? [] : deprecatedBlock(parts.deprecated)),
    ...(parts.defaultValue ? defaultValueBlock(parts.defaultValue) : []),
    ...(parts.examples ?? []).flatMap(exampleBlock),
    ...(parts.see ?? []).flatMap(seeBlock),
  ];
}

/**
 * The inside of a doc comment, without its delimiters and the ` * ` before each line; undefined where there is nothing
 * to say. It cannot end the comment, no tool obeys it, TSDoc has nothing to say to it, and the text can be had back.
 */
export function docComment(parts: DocParts): DocComment | undefined {
  const paragraphs = [...(parts.description ? [parts.description] : []), ...(parts.remarks ?? [])].map(markdownBlock);
  const blocks = [...paragraphs, tagLines(parts)].filter((block) => block.length > 0);
  return blocks.length === 0 ? undefined : (blocks.map((block) => block.join("\n")).join("\n\n") as DocComment);
}

/** A `//` comment of one line. */
export function lineComment(text: string): Code {
  return `// ${escapeCode(visibleLine(text))}` as Code;
}
