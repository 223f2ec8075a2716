import { isBlank, type Line, type LinesBlock, placeOfLines, pointIn } from "./line.js";
import type { Row, SourceText } from "./page.js";

/** A row of dashes under a header. */
const delimiterRow = /^\|(?: *:?-+:? *\|)+$/;

/** A table whose rows stand between pipes, down to a blank line; undefined where any line is of another form. */
export function readPlainTable(lines: readonly Line[], at: number, first: Line): LinesBlock | undefined {
  const header = readRow(first);
  const dashes = lines[at + 1];
  if (!header || !dashes || !isHeader(header, dashes)) return undefined;
  const rows: Row[] = [];
  let last = dashes;
  let next = at + 2;
  for (let line = lines[next]; line && !isBlank(line); line = lines[next]) {
    const row = readRow(line);
    if (!row) return undefined;
    rows.push(row);
    last = line;
    next += 1;
  }
  return { block: { kind: "table", header, rows, place: placeOfLines(first, last) }, next };
}

/** Whether a row of words and one of dashes make the head of a table. */
function isHeader({ cells }: Row, { text }: Line): boolean {
  if (!delimiterRow.test(text) || cells.some((cell) => cell.text === "")) return false;
  return text.split("|").length - 2 === cells.length;
}

function readRow(line: Line): Row | undefined {
  const { text } = line;
  if (!text.startsWith("|") || text.includes("\t")) return undefined;
  const cells: SourceText[] = [];
  for (let from = 0; from < text.length - 1; ) {
    const to = pipeFrom(text, from + 1);
    if (to < 0) return undefined;
    cells.push(readCell(line, from + 1, to));
    from = to;
  }
  return cells.length === 0 ? undefined : { cells, place: placeOfLines(line, line) };
}

/** The index of the next pipe that no backslash escapes, or -1. */
function pipeFrom(text: string, from: number): number {
  let pipe = text.indexOf("|", from);
  while (pipe > 0 && isEscaped(text, pipe)) pipe = text.indexOf("|", pipe + 1);
  return pipe;
}

/** Whether the backslashes before a character leave one for it; each takes the one behind it first. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charAt(start - 1) === "\\") start -= 1;
  return (at - start) % 2 === 1;
}

/** The text between two pipes; that of an empty cell stands where the next begins, or the row ends. */
function readCell(line: Line, from: number, to: number): SourceText {
  let [start, end] = [from, to];
  while (start < end && line.text.charAt(start) === " ") start += 1;
  while (end > start && line.text.charAt(end - 1) === " ") end -= 1;
  if (start < end)
    return { text: line.text.slice(start, end), place: { start: pointIn(line, start), end: pointIn(line, end) } };
  const empty = pointIn(line, to === line.text.length - 1 ? line.text.length : to);
  return { text: "", place: { start: empty, end: empty } };
}
