import { closingFences } from "./doc-fence.js";
import { codeSpanEnd } from "./doc-span.js";

/**
 * Words that some tool obeys after `@` wherever they stand in a comment: stripInternal, JSX pragmas, TypeScript's
 * directives, what minifiers keep as legal comments, purity annotations, source maps.
 */
const afterAt = [
  "internal|jsx|ts-(?:check|nocheck|ignore|expect-error)",
  "lic|copyright|preserve|cc_on|__",
  String.raw`\s*source(?:Mapping)?URL`,
].join("|");

/** The same after `#`. */
const afterHash = String.raw`__|\s*source(?:Mapping)?URL`;

/** Biome obeys this at the start of any line of any comment. */
const hyphen = "-(?<=biome-)";

/** What a backslash makes literal; one that stands before other punctuation is an escape to TSDoc as to Markdown. */
const special = new RegExp(
  [
    String.raw`\\(?![!"$%'()*+,\-.;=?[\]^|~])`,
    String.raw`[{}<>\x60]`,
    `@(?!${afterAt})`,
    "&(?=#(?:64|35|45);)",
    String.raw`\/(?<=\*\/)`,
    // "[Note]: some words" is no link definition to Markdown, but to TypeDoc it is.
    String.raw`:(?<=^ {0,3}\[[^\]]*\]:)(?=[ \t]*\S+[ \t]+[^ \t"'(])`,
  ].join("|"),
  "gi",
);
const proseAtDirective = new RegExp(`@(?=${afterAt})`, "gi");
const proseHashDirective = new RegExp(`#(?=${afterHash})`, "gi");
const proseHyphen = new RegExp(`${hyphen}(?=ignore)`, "gi");

/** Markdown without code as TSDoc: special characters behind a backslash, the `@`, `#` and `-` of directives as entities. */
export function escapeProse(prose: string): string {
  if (!/[\\`{}<>@#:/]|biome-/i.test(prose)) return prose;
  return prose
    .replace(special, "\\$&")
    .replace(proseAtDirective, "&#64;")
    .replace(proseHashDirective, "&#35;")
    .replace(proseHyphen, "&#45;");
}

const commentEnd = /\*(?=\\*\/)/g;
const codeDirective = new RegExp(
  String.raw`@(?=\\*(?:${afterAt}))|#(?=\\*(?:${afterHash}))|${hyphen}(?=\\*ignore)`,
  "gi",
);
const codeTag = /(?=[\\@])(?<!\S)\\*@/g;

/**
 * A line of code that no tool obeys: a backslash stands between `*` and `/`, after the `@`, `#` or `-` of a directive, and
 * before an `@` that begins the line or follows a blank, where TypeScript sees a tag even in code. One is added where
 * backslashes stand there already, so taking one away gives the code back.
 */
export function escapeCode(code: string): string {
  if (!/[*@#]|biome-/i.test(code)) return code;
  return code.replace(commentEnd, "$&\\").replace(codeDirective, "$&\\").replace(codeTag, "\\$&");
}

/** A line inside a fence: code, with a backslash before backticks that would close the fence. */
function escapeFenceLine(line: string): string {
  const escaped = escapeCode(line);
  return escaped.includes("```") ? escaped.replace(/^([ \t]*)(?=\\*```)/, "$1\\") : escaped;
}

/** Code in a fence of three backticks. */
export function fencedCode(lines: readonly string[], language: string): readonly string[] {
  return [escapeCode(`\`\`\`${language}`), ...lines.map(escapeFenceLine), "```"];
}

/** The index behind the run of backticks at an index. */
function runEnd(line: string, start: number): number {
  let end = start;
  while (line.charAt(end) === "`") end += 1;
  return end;
}

/** A line of Markdown: its simple code spans as code, the rest as prose. */
function escapeLine(line: string): string {
  let escaped = "";
  let proseStart = 0;
  let backtick = line.indexOf("`");
  while (backtick >= 0) {
    const end = codeSpanEnd(line, backtick);
    if (end >= 0) {
      escaped += escapeProse(line.slice(proseStart, backtick)) + escapeCode(line.slice(backtick, end));
      proseStart = end;
    }
    backtick = line.indexOf("`", end < 0 ? runEnd(line, backtick) : end);
  }
  return escaped + escapeProse(line.slice(proseStart));
}

/** Lines of Markdown as TSDoc: well-formed fences and code spans as they are, all else escaped. */
export function escapeMarkdown(lines: readonly string[]): readonly string[] {
  const closings = closingFences(lines);
  const escaped: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const closing = closings[index] ?? -1;
    if (closing < 0) {
      escaped.push(escapeLine(lines[index] ?? ""));
    } else {
      const language = (lines[index] ?? "").slice(3);
      for (const line of fencedCode(lines.slice(index + 1, closing), language)) escaped.push(line);
      index = closing;
    }
  }
  return escaped;
}
