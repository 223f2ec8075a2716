import { closestMatch } from "leven";

/** The candidate that a misspelt word was meant to be, as a hint; else all candidates. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const maxDistance = Math.max(2, Math.floor(word.length / 3));
  const lowerCase = candidates.map((candidate) => candidate.toLowerCase());
  const meant = word.toLowerCase();
  const match = closestMatch(meant, lowerCase, { maxDistance }) ?? lowerCase.find((each) => each.startsWith(meant));
  const candidate = candidates.find((each) => each.toLowerCase() === match);
  if (candidate !== undefined) return `Did you mean \`${candidate}\`?`;
  return `Known: ${candidates.map((each) => `\`${each}\``).join(", ")}.`;
}
