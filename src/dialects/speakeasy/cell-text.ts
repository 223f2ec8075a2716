import type { Page, SourceText } from "../../markdown/page.js";
import { placeWithin } from "../../markdown/place.js";
import type { Fact, Origin } from "../../model/fact.js";

/** Text as a cell means it: a `\|` of the table, and the `\{` and `\<` of MDX, lose their backslash. */
export function unescapeCell(page: Page, cell: SourceText): string {
  return withoutMdxEscapes(page, cell.text.replaceAll("\\|", "|"));
}

/** Text of an MDX page as Markdown has it. */
export function withoutMdxEscapes(page: Page, text: string): string {
  return page.path.endsWith(".mdx") ? text.replace(/\\([{<])/g, "$1") : text;
}

/** A fact that stands at a text of the page. */
export function factOf<Value>(page: Page, origin: Origin, text: SourceText, value: Value): Fact<Value> {
  return { value, source: { origin, page: page.path, place: text.place } };
}

/** A description and the deprecation that Speakeasy writes before it. */
export interface DescribedText {
  readonly description?: string;
  readonly deprecation?: string;
}

/** Both spellings of the mark before a deprecated field's description (generators 2.40 to 2.93). */
const deprecationMark = /^:\s?warning:\s\*\*\s?DEPRECATED\s?\*\*:\s?/;

/** What the generator says where the API's author gave no reason of their own. */
const stockMessage = /^this will be removed in a future release, please migrate away from it as soon as possible\.?$/i;

/** Splits a description cell: `N/A` is no text, and the message of a deprecation ends at the first blank line. */
export function readDescription(text: string): DescribedText {
  const mark = deprecationMark.exec(text);
  if (!mark) return text === "" || text === "N/A" ? {} : { description: text };
  const [message = "", ...rest] = text.slice(mark[0].length).split("<br/><br/>");
  const description = rest.join("<br/><br/>").trim();
  const deprecation = stockMessage.test(message.trim()) ? "" : message.trim();
  return description === "" || description === "N/A" ? { deprecation } : { deprecation, description };
}

/** The text inside a code span; any other text as it is. */
export function withoutBackticks(item: SourceText): SourceText {
  const inner = /^`(.*)`$/s.exec(item.text)?.[1];
  if (inner === undefined) return item;
  return { text: inner, place: placeWithin(item.place.start, 1, item.text.length - 1) };
}
