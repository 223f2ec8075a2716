import type { VFileMessage } from "vfile-message";
import type { SourcePage } from "../../../src/compile.js";

/**
 * What is wrong with the place of a message: it must be in its page, and its three numbers must mean one character. What
 * is said of a whole page that is left out has none.
 */
export function misplaced(
  { file, place, ruleId, reason }: VFileMessage,
  pages: readonly SourcePage[],
): readonly string[] {
  const told = `${ruleId} ${reason}`;
  const page = pages.find(({ path }) => path === file);
  if (!page || typeof page.value !== "string") return [`a message of no page: ${told}`];
  if (ruleId === "unread-page" && !place) return [];
  if (!place || !("start" in place)) return [`a message without a place: ${told}`];
  const text = page.value.replace(/^\ufeff/, "");
  const { start, end } = place;
  const inside = isPoint(text, start) && isPoint(text, end) && (start.offset ?? 0) <= (end.offset ?? 0);
  return inside ? [] : [`a place outside of the page: ${told} ${JSON.stringify(place)}`];
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

function isPoint(text: string, { line, column, offset = -1 }: Point): boolean {
  if (offset < 0 || offset > text.length) return false;
  // A carriage return ends a line where the page has no line feed.
  const ending = text.includes("\n") ? "\n" : "\r";
  const before = text.slice(0, offset);
  return before.split(ending).length === line && before.length - (before.lastIndexOf(ending) + 1) + 1 === column;
}
