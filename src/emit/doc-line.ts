import { closingFences } from "./doc-fence.js";
import { codeSpanEnd } from "./doc-span.js";

/** The index of the last backtick of the flattened fence that begins at an index, or -1 where none does. */
function flattenedFenceEnd(line: string, start: number): number {
  const opening = /```[^`]*?<br[ \t]*(?:\/[ \t]*)?>/iy;
  opening.lastIndex = start;
  if (!opening.test(line)) return -1;
  const closing = /<br[ \t]*(?:\/[ \t]*)?>[ \t]*```+/gi;
  closing.lastIndex = start;
  return closing.test(line) ? closing.lastIndex - 1 : -1;
}

/** The lines of one line: `<br/>` breaks it, except in a code span. */
function brokenLine(line: string): readonly string[] {
  if (!/<br/i.test(line)) return [line];
  const mark = /`+|<br[ \t]*(?:\/[ \t]*)?>/gi;
  const lines: string[] = [];
  let lineStart = 0;
  let fenceEnd = -1;
  for (let match = mark.exec(line); match !== null; match = mark.exec(line)) {
    if (match[0].startsWith("<")) {
      lines.push(line.slice(lineStart, match.index));
      lineStart = mark.lastIndex;
    } else if (match.index > fenceEnd) {
      fenceEnd = match.index === lineStart ? flattenedFenceEnd(line, match.index) : -1;
      if (fenceEnd < 0) mark.lastIndex = Math.max(mark.lastIndex, codeSpanEnd(line, match.index));
    }
  }
  lines.push(line.slice(lineStart));
  return lines;
}

function withoutTrailingBlanks(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === " " || line.charAt(end - 1) === "\t") end -= 1;
  return line.slice(0, end);
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  // Where all are blank, both are -1: nothing is before the first line and behind the last.
  return lines.slice(first, last + 1);
}

/** The lines of a text: CRLF is LF, blanks at line ends and blank lines at both ends of the text are dropped. */
export function textLines(text: string): readonly string[] {
  return withoutBlankEnds(linesOf(text).map(withoutTrailingBlanks));
}

function linesOf(text: string): readonly string[] {
  return text.split(text.includes("\r") ? /\r?\n/ : "\n");
}

/**
 * The lines of Markdown: as those of a text, and `<br>` in any spelling breaks a line too, except in a code span and in
 * a fence that has lines of its own.
 */
export function markdownLines(markdown: string): readonly string[] {
  const lines = linesOf(markdown);
  const closings = closingFences(lines);
  const broken: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const closing = closings[index] ?? -1;
    if (closing < 0) {
      for (const line of brokenLine(lines[index] ?? "")) broken.push(withoutTrailingBlanks(line));
    } else {
      for (const line of lines.slice(index, closing + 1)) broken.push(withoutTrailingBlanks(line));
      index = closing;
    }
  }
  return withoutBlankEnds(broken);
}
