import { closestMatch } from "leven";

/** How many names before and after a misspelt one are compared with it, in each order. */
const neighbours = 10;

/** Longer names are not compared: that takes the square of their length. */
const longest = 80;

/**
 * Finds the name that a misspelt one was meant to be. Few names are compared with it, however many there are: those that begin
 * like it and those that end like it, since up to a slip and from it on a name is right.
 */
export function nearestName(names: Iterable<string>): (misspelt: string) => string | undefined {
  const byFolded = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const fromStart = [...byFolded.keys()].sort();
  const fromEnd = fromStart.map(reversed).sort();
  return (misspelt) => {
    const word = misspelt.toLowerCase();
    if (word.length > longest) return undefined;
    const candidates = [...around(fromStart, word), ...around(fromEnd, reversed(word)).map(reversed)];
    // Two letters that changed places are two slips.
    const maxDistance = Math.max(Math.floor(word.length / 4), word.length > 4 ? 2 : 0);
    const match = byFolded.has(word) ? word : closestMatch(word, candidates, { maxDistance });
    return match === undefined ? undefined : byFolded.get(match);
  };
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function around(sorted: readonly string[], word: string): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - neighbours), low + neighbours).filter((each) => each.length <= longest);
}
