import type { Place } from "../model/place.js";
import { isBlank, type Line, linesOf, placeOfLines } from "./line.js";

/** What may stand at the start of a line and open a quote or an item of a list, or go on with one. */
const containers = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/**
 * The line at which a text has more lines than `most`, each of them counted once more for every quote and list that it
 * may be in and for every 200 characters: the ordinary parser takes so much time. Undefined where it has not.
 */
export function findHeavyLine(text: string, most: number): Place | undefined {
  let weight = 0;
  let open = 0;
  let wasBlank = true;
  for (const line of linesOf(text)) {
    const blank = isBlank(line);
    const depth = depthOf(line, open);
    // A blank line ends no list, so that each of those that may be open looks at it.
    open = depth === 0 && wasBlank && !blank ? 0 : Math.max(open, depth);
    weight += 1 + (blank ? open : depth) + Math.floor(line.text.length / 200);
    if (weight > most) return placeOfLines(line, line);
    wasBlank = blank;
  }
  return undefined;
}

/** In how many quotes and lists a line may be: those that its marks open, and of those before one for each two blanks. */
function depthOf({ text }: Line, open: number): number {
  let marks = 0;
  let at = 0;
  for (containers.lastIndex = 0; containers.test(text); marks += 1) at = containers.lastIndex;
  const indentation = /[ \t]*/y;
  indentation.lastIndex = at;
  const blanks = indentation.exec(text)?.[0].length ?? 0;
  const before = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return marks + Math.min(open, Math.floor(Math.max(blanks, before) / 2));
}
