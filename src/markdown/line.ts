import type { Place, Point } from "../model/place.js";
import type { Block } from "./page.js";

/** A line of a page, without what ends it. */
export interface Line {
  readonly text: string;
  /** Counts from 1. */
  readonly number: number;
  /** The offset of its first character. */
  readonly start: number;
}

/** A block that stands on whole lines, and the index of the line behind it. */
export interface LinesBlock {
  readonly block: Block;
  readonly next: number;
}

/** The lines of a text; `\n` ends a line, and so does `\r\n`. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const length = end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    lines.push({ text: text.slice(start, length), number: lines.length + 1, start });
    start = end + 1;
  }
  return lines;
}

const carriageReturn = 13;

/** The point before a character of a line, counted from 0. */
export function pointIn({ number, start }: Line, at: number): Point {
  return { line: number, column: at + 1, offset: start + at };
}

/** The place from the start of a line to the end of the same or another. */
export function placeOfLines(first: Line, last: Line): Place {
  return { start: pointIn(first, 0), end: pointIn(last, last.text.length) };
}

/** Whether nothing but blanks and tabs stand on a line. */
export function isBlank({ text }: Line): boolean {
  return text === "" || /^[ \t]+$/.test(text);
}
