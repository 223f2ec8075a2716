import { TSDocParser } from "@microsoft/tsdoc";
import { Project, StructureKind, ts } from "ts-morph";
import type { DocComment } from "../../src/emit/declaration.js";

const project = new Project({ useInMemoryFileSystem: true });
const tsdocParser = new TSDocParser();

/** A file with one interface that bears the comment, and bears it again on its property. */
export function printedFile(comment: DocComment | undefined): string {
  const docs = comment === undefined ? [] : [{ description: comment }];
  const properties = [{ name: "property", type: "string", docs }];
  const statements = [{ kind: StructureKind.Interface as const, name: "X", isExported: true, docs, properties }];
  return project.createSourceFile("x.ts", { statements }, { overwrite: true }).getFullText();
}

/** What the compiler makes of a file: what a comment must not change. */
export interface FileFacts {
  readonly statements: readonly string[];
  readonly errors: number;
  readonly directives: number;
  readonly pragmas: number;
  readonly references: number;
  readonly deprecated: boolean;
}

function sizeOf(value: unknown): number {
  if (value instanceof Map) return value.size;
  return Array.isArray(value) ? value.length : 0;
}

/** The facts of a file. */
export function fileFacts(text: string): FileFacts {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const hidden = new Map<string, unknown>(Object.entries(file));
  return {
    statements: file.statements.map((statement) => ts.SyntaxKind[statement.kind]),
    errors: sizeOf(hidden.get("parseDiagnostics")),
    directives: sizeOf(hidden.get("commentDirectives")),
    pragmas: sizeOf(hidden.get("pragmas")),
    references: file.referencedFiles.length + file.typeReferenceDirectives.length + file.libReferenceDirectives.length,
    deprecated: file.statements.some((statement) => ts.getJSDocDeprecatedTag(statement) !== undefined),
  };
}

/** The comments of a printed file, the interface's and its property's, delimiters included. */
export function printedComments(text: string): readonly string[] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const [statement] = file.statements;
  const nodes =
    statement !== undefined && ts.isInterfaceDeclaration(statement) ? [statement, ...statement.members] : [];
  return nodes.flatMap((node) =>
    (ts.getLeadingCommentRanges(text, node.pos) ?? []).map((range) => text.slice(range.pos, range.end)),
  );
}

/** What TSDoc has to say to a comment with its delimiters. */
export function tsdocMessages(comment: string): readonly string[] {
  return tsdocParser.parseString(comment).log.messages.map((message) => message.toString());
}

/** The lines inside a comment with its delimiters. */
export function commentLines(comment: string): readonly string[] {
  const lines = comment.split("\n");
  if (lines.length === 1) return [comment.slice("/** ".length, -" */".length)];
  return lines.slice(1, -1).map((line) => line.replace(/^ *\* ?/, ""));
}

function readCharacters(text: string): string {
  return text.replace(/(\\+)u([0-9a-f]{4})/g, (_, run: string, unit: string) => {
    const backslashes = "\\".repeat(Math.floor(run.length / 2));
    return backslashes + (run.length % 2 === 0 ? `u${unit}` : String.fromCharCode(Number.parseInt(unit, 16)));
  });
}

const tools = "internal|jsx|ts-(?:check|nocheck|ignore|expect-error)|lic|copyright|preserve|cc_on";
const everywhere = String.raw`__|\s*source(?:Mapping)?URL`;
const brokenSigil = new RegExp(
  String.raw`@\\(?=\\*(?:${tools}|${everywhere}))|#\\(?=\\*(?:${everywhere}))|(?<=biome)-\\(?=\\*ignore)`,
  "gi",
);

function readCode(code: string): string {
  return code
    .replace(/(?<!\S)\\(?=\\*@)/g, "")
    .replace(brokenSigil, (match) => match.charAt(0))
    .replace(/\*\\(?=\\*\/)/g, "*");
}

function readFenceLine(line: string): string {
  return readCode(line.replace(/^([ \t]*)\\(?=\\*```)/, "$1"));
}

/** The text of a line of escaped prose with code spans. */
export function readProse(line: string): string {
  const text = line.replace(
    /\\([\\{}<>`@&/:])|&#(64|35|45);|(`[^`]*`)/g,
    (_, escaped?: string, code?: string, span?: string) => {
      if (escaped !== undefined) return escaped;
      return span === undefined ? String.fromCharCode(Number(code)) : readCode(span);
    },
  );
  return readCharacters(text);
}

/** A block of a comment: the text before the first tag, or a tag and its text. */
export interface Block {
  readonly tag: string;
  readonly lines: readonly string[];
}

function readBlock(block: Block): Block {
  let inFence = false;
  const lines = block.lines.map((line) => {
    const isFence = line.startsWith("```");
    const wasInFence = inFence;
    if (isFence) inFence = !inFence;
    if (isFence) return readCharacters(readCode(line));
    return wasInFence ? readCharacters(readFenceLine(line)) : readProse(line);
  });
  return { tag: block.tag, lines };
}

/** The text of a comment, by block: the inverse of `docComment` up to the normalisations of lines. */
export function readComment(comment: string): readonly Block[] {
  const blocks: { tag: string; lines: string[] }[] = [{ tag: "", lines: [] }];
  let inFence = false;
  for (const line of commentLines(comment)) {
    if (line.startsWith("```")) inFence = !inFence;
    const tag = inFence ? null : /^@(\w+)(?: |$)/.exec(line);
    if (tag === null) blocks.at(-1)?.lines.push(line);
    else blocks.push({ tag: tag[1] ?? "", lines: tag[0] === line ? [] : [line.slice(tag[0].length)] });
  }
  return blocks.map(readBlock);
}

/** The text of the block without a tag. */
export function readDescription(comment: string): string {
  return (readComment(comment)[0]?.lines.join("\n") ?? "").replace(/\n+$/, "");
}
