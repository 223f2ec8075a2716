import { isBlank, type Line, type LinesBlock, linesOf, placeOfLines, pointIn } from "./line.js";
import type { Block } from "./page.js";
import { readPlainTable } from "./plain-table.js";

/**
 * The blocks of a text of the plainest form, which is how generators write most pages: headings of one line, tables
 * between pipes, fences and paragraphs, all of them at the start of their lines and none running into the next. The
 * result is the ordinary parser's, at a fiftieth of its cost; undefined where anything is of another form.
 */
export function readPlainBlocks(text: string, firstLine: number): readonly Block[] | undefined {
  // A lone carriage return ends a line too, but only where nothing else does.
  if (text.includes("\r") && !text.includes("\n")) return undefined;
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let at = firstLine; at < lines.length; ) {
    const line = lines[at];
    if (!line || isBlank(line)) {
      at += 1;
      continue;
    }
    const read = readPlainBlock(text, lines, at, line);
    if (!read) return undefined;
    blocks.push(read.block);
    at = read.next;
  }
  return blocks;
}

function readPlainBlock(text: string, lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  if (first.text.startsWith("#")) return readHeading(at, first);
  if (first.text.startsWith("|")) return readPlainTable(lines, at, first);
  if (first.text.startsWith(">")) return readQuote(lines, at, first);
  if (isItem(first.text)) return readList(lines, at, first);
  return first.text.startsWith("```") ? readFence(text, lines, at, first) : readParagraph(lines, at, first);
}

/** A heading that no `#` closes. */
const plainHeading = /^(#{1,6}) +(?=\S).*[^\s#]$/;

function readHeading(at: number, line: Line): LinesBlock | undefined {
  const match = plainHeading.exec(line.text);
  const marks = match?.[1];
  if (marks === undefined) return undefined;
  const from = line.text.length - line.text.slice(marks.length).trimStart().length;
  const title = {
    text: line.text.slice(from),
    place: { start: pointIn(line, from), end: pointIn(line, line.text.length) },
  };
  return { block: { kind: "heading", depth: marks.length, title, place: placeOfLines(line, line) }, next: at + 1 };
}

const plainFence = /^```([A-Za-z0-9+#._-]*)$/;
const closingFence = /^ {0,3}`{3,}[ \t]*$/;

function readFence(text: string, lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  const language = plainFence.exec(first.text)?.[1];
  if (language === undefined) return undefined;
  let closing = at + 1;
  for (let line = lines[closing]; line && !closingFence.test(line.text); line = lines[closing]) closing += 1;
  const [open, last] = [lines[at + 1], lines[closing]];
  if (!open || !last) return undefined;
  const place = { start: pointIn(open, 0), end: pointIn(last, 0) };
  const content = { text: text.slice(open.start, last.start), place };
  return { block: { kind: "fence", language, content, place: placeOfLines(first, last) }, next: closing + 1 };
}

/** Where a paragraph goes on: no block of another kind begins so. */
const proseLine = /^(?:[\p{L}("'!]|\*\*\p{L}|`[^`]|\d+[^\d.)])/u;

function readParagraph(lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  const { last, behind, next } = runFrom(lines, at, (text) => proseLine.test(text));
  const ends = isEnd(behind) || isItem(behind?.text ?? "");
  return last && ends ? { block: { kind: "prose", place: placeOfLines(first, last) }, next } : undefined;
}

/** A quote whose lines are all marked; what it quotes does not matter. */
function readQuote(lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  const { last, behind, next } = runFrom(lines, at, (text) => text.startsWith(">"));
  const ends = !behind || isBlank(behind);
  return last && ends ? { block: { kind: "prose", place: placeOfLines(first, last) }, next } : undefined;
}

/** Whether a line is an item of a list in which nothing but prose can stand. */
function isItem(text: string): boolean {
  return (text.startsWith("* ") || text.startsWith("- ")) && proseLine.test(text.slice(2));
}

/** A list of items of one line each, without blank lines between them. */
function readList(lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  const mark = first.text.slice(0, 2);
  const { last, behind, next } = runFrom(lines, at, (text) => text.startsWith(mark) && isItem(text));
  let follower = next;
  for (let line = lines[follower]; line && isBlank(line); line = lines[follower]) follower += 1;
  if (!last || !isEnd(behind) || lines[follower]?.text.startsWith(mark.trimEnd())) return undefined;
  const items = lines.slice(at, next).map((line) => ({
    text: line.text.slice(mark.length),
    place: { start: pointIn(line, mark.length), end: pointIn(line, line.text.length) },
  }));
  return { block: { kind: "list", items, place: placeOfLines(first, last) }, next };
}

/** Whether a paragraph ends before a line, or at the end of the text. */
function isEnd(behind: Line | undefined): boolean {
  return !behind || isBlank(behind) || behind.text.startsWith("#") || behind.text.startsWith("```");
}

interface Run {
  readonly last: Line | undefined;
  readonly behind: Line | undefined;
  readonly next: number;
}

/** The lines from an index on that are of a form. */
function runFrom(lines: readonly Line[], at: number, isPart: (text: string) => boolean): Run {
  let next = at;
  for (let line = lines[next]; line && isPart(line.text); line = lines[next]) next += 1;
  return { last: next > at ? lines[next - 1] : undefined, behind: lines[next], next };
}
