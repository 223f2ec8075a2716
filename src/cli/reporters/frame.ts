import { codeFrameColumns } from "@babel/code-frame";
import type { VFileMessage } from "vfile-message";
import { clipped, printable } from "../printable.js";

/** The line that a message is about, with carets under the place; nothing where the page has no such line. */
export function frameOf(message: VFileMessage, lines: readonly string[]): string | undefined {
  const { line, column } = message;
  const text = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || column === undefined || text === undefined) return undefined;
  const excerpt = excerptOf(text, column - 1, endOf(message, text));
  const place = { start: { line, column: excerpt.start + 1 }, end: { line, column: excerpt.end + 1 } };
  const options = { startLine: line, linesAbove: 0, linesBelow: 0 };
  return codeFrameColumns(excerpt.text, place, options);
}

/** The lines of a page, as its places count them. */
export function linesOf(page: Uint8Array): readonly string[] {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(page).split(/\r\n|\n|\r/);
}

/** A line cut to what fits, and where the place is in it. */
interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How many columns stand before the place, in it, and in the whole excerpt. */
const widths = { before: 40, place: 70, line: 116 };

function endOf(message: VFileMessage, text: string): number {
  const end = message.place && "end" in message.place ? message.place.end : undefined;
  if (!end) return message.column ?? 0;
  return end.line === message.line ? end.column - 1 : text.length;
}

function excerptOf(line: string, start: number, end: number): Excerpt {
  const before = clippedLeft(shown(line.slice(0, start)), widths.before);
  const place = clipped(shown(line.slice(start, end)), widths.place);
  const after = clipped(shown(line.slice(end)), Math.max(1, widths.line - before.length - place.length));
  return { text: before + place + after, start: before.length, end: before.length + Math.max(place.length, 1) };
}

/** Tables are padded with runs of blanks, which say nothing. */
function shown(text: string): string {
  return printable(text.replace(/[\t ]{2,}|\t/g, " "));
}

function clippedLeft(text: string, width: number): string {
  if (text.length <= width) return text;
  return `…${text.slice(1 - width).replace(/^[\udc00-\udfff]/, "")}`;
}
