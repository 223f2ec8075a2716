import { codeFrameColumns } from "@babel/code-frame";
import type { VFileMessage } from "vfile-message";
import { clipped, printable } from "../printable.js";

/** The first line of a place, with carets under it; nothing where the page has no such line. */
export function frameOf(place: VFileMessage["place"], lines: readonly string[]): string | undefined {
  if (!place) return undefined;
  const start = "start" in place ? place.start : place;
  const text = lines[start.line - 1];
  if (text === undefined) return undefined;
  const { line } = start;
  const excerpt = excerptOf(text, start.column - 1, endOf(start, "end" in place ? place.end : start, text));
  const shownPlace = { start: { line, column: excerpt.start + 1 }, end: { line, column: excerpt.end + 1 } };
  const options = { startLine: line, linesAbove: 0, linesBelow: 0 };
  return codeFrameColumns(excerpt.text, shownPlace, options);
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

type Point = Readonly<Record<"line" | "column", number>>;

function endOf(start: Point, end: Point, text: string): number {
  if (end.line !== start.line) return text.length;
  return Math.max(start.column, end.column - 1);
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
