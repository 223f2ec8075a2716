import type { Yaml } from "mdast";
import { parseDocument } from "yaml";
import type { Place } from "../model/place.js";
import { placeOf } from "./blocks.js";
import type { Block, Page, SourceText } from "./page.js";
import { parseAnyText, parsePlainText } from "./parse-text.js";
import { locatorOf } from "./place.js";

/** Parses a page's text into plain blocks with places. */
export function parsePage(path: string, source: string): Page {
  const text = withoutLoneReturns(source.startsWith("\uFEFF") ? source.slice(1) : source);
  const { frontMatter, blocks } = parsePlainText(text) ?? parseAnyText(text);
  const title = frontMatter && readFrontMatterTitle(frontMatter, text);
  return title ? { path, text, title: { ...title, origin: "front-matter" }, blocks } : titledPage(path, text, blocks);
}

/** A page that its first heading of depth 1 names. */
function titledPage(path: string, text: string, blocks: readonly Block[]): Page {
  const at = blocks.findIndex((block) => block.kind === "heading" && block.depth === 1);
  const heading = blocks[at];
  if (heading?.kind !== "heading") return { path, text, blocks };
  return { path, text, title: { ...heading.title, origin: "heading" }, blocks: blocks.slice(at + 1) };
}

/**
 * A text whose lines end in a line feed. Generators copy an author's lone carriage return into cells (8 rows of Codat's
 * SDKs), and Markdown would end the table there; a blank in its stead leaves every place as it is. Where there is no line
 * feed, returns are the line ends.
 */
function withoutLoneReturns(text: string): string {
  if (!text.includes("\r")) return text;
  return text.includes("\n") ? text.replace(/\r(?!\n)/g, " ") : text.replaceAll("\r", "\n");
}

/** The title of the front matter; one that is no YAML names nothing, and the page is then read for a heading. */
function readFrontMatterTitle(node: Yaml, text: string): SourceText | undefined {
  const document = parseDocument(node.value, { logLevel: "silent" });
  const data: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  if (typeof data !== "object" || data === null || !("title" in data)) return undefined;
  if (typeof data.title !== "string" && typeof data.title !== "number") return undefined;
  return { text: String(data.title).trim(), place: titlePlace(node, text) };
}

/** The line of the front matter that says the title. */
function titlePlace(node: Yaml, text: string): Place {
  const place = placeOf(node);
  const source = text.slice(place.start.offset, place.end.offset);
  const line = /^title[ \t]*:.*$/m.exec(source);
  if (!line) return place;
  const locate = locatorOf(source, place.start);
  return { start: locate(line.index), end: locate(line.index + line[0].trimEnd().length) };
}
