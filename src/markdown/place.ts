import type { Place, Point } from "../model/place.js";
import type { SourceText } from "./page.js";

/** Finds points of a text that starts at a point of a page; `\n` ends a line. */
export type Locate = (offset: number) => Point;

/** Makes the finder of points for a text whose first character stands at `start`. */
export function locatorOf(text: string, start: Point): Locate {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (lineStarts[low] ?? 0) + (low === 0 ? start.column : 1);
    return { line: start.line + low, column, offset: start.offset + offset };
  };
}

/** A part of a text without the blanks around it; nothing where there is nothing in it, or more than a line. */
export function lineWithin({ text, place }: SourceText, from: number, to: number): SourceText | undefined {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed === "" || trimmed.includes("\n")) return undefined;
  const start = locatorOf(text, place.start)(from + part.indexOf(trimmed));
  return { text: trimmed, place: placeWithin(start, 0, trimmed.length) };
}

/** The place of a part of one line that starts at a point. */
export function placeWithin(start: Point, from: number, to: number): Place {
  return {
    start: { line: start.line, column: start.column + from, offset: start.offset + from },
    end: { line: start.line, column: start.column + to, offset: start.offset + to },
  };
}
