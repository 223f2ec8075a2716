import type { Yaml } from "mdast";
import { isMap, isScalar, parseDocument } from "yaml";
import { type Limits, overLimit } from "../diagnostics/limits.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/place.js";
import { placeOf } from "./blocks.js";
import { findHeavyLine } from "./heavy-line.js";
import type { Block, Page, SourceText } from "./page.js";
import { frontMatterOf, type ParsedText, parseAnyText, parsePlainText } from "./parse-text.js";
import { locatorOf } from "./place.js";
import { nestsTooDeep } from "./yaml-nesting.js";

/** Parses a page's text, of whatever size, into plain blocks with places. */
export function parsePage(path: string, source: string): Page {
  const text = withoutLoneReturns(source);
  return pageOf(path, text, parsePlainText(text) ?? parseAnyText(text));
}

/** Parses a page's text; one whose Markdown is over a limit is reported, and not parsed. */
export function parseBounded(path: string, source: string, limits: Limits, report: Report): Page | undefined {
  const text = withoutLoneReturns(source);
  const frontMatter = frontMatterOf(text).trimEnd();
  if (frontMatter.length > limits.cellCharacters) {
    const end = locatorOf(frontMatter, start)(frontMatter.length);
    const place = { start, end };
    report(overLimit({ limit: "cellCharacters", page: path, place, found: frontMatter.length }, limits));
    return undefined;
  }
  const plain = parsePlainText(text);
  if (plain) return pageOf(path, text, plain);
  const place = findHeavyLine(text, limits.markdownLines);
  if (!place) return pageOf(path, text, parseAnyText(text));
  report(overLimit({ limit: "markdownLines", page: path, place }, limits));
  return undefined;
}

const start = { line: 1, column: 1, offset: 0 };

function pageOf(path: string, text: string, { frontMatter, blocks }: ParsedText): Page {
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
 * A text without a byte order mark, whose lines end in a line feed. Generators copy an author's lone carriage return into
 * cells (8 rows of Codat's SDKs), and Markdown would end the table there; a blank in its stead leaves every place as it is.
 * Where there is no line feed, returns are the line ends.
 */
function withoutLoneReturns(source: string): string {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  if (!text.includes("\r")) return text;
  return text.includes("\n") ? text.replace(/\r(?!\n)/g, " ") : text.replaceAll("\r", "\n");
}

/** The title of the front matter; one that is no YAML names nothing, and the page is then read for a heading. */
function readFrontMatterTitle(node: Yaml, text: string): SourceText | undefined {
  if (nestsTooDeep(node.value)) return undefined;
  const document = parseDocument(node.value, { logLevel: "silent" });
  // Of all values that aliases may make, the title's alone is looked at.
  const title =
    document.errors.length === 0 && isMap(document.contents) ? document.contents.get("title", true) : undefined;
  if (!isScalar(title) || (typeof title.value !== "string" && typeof title.value !== "number")) return undefined;
  return { text: String(title.value).trim(), place: titlePlace(node, text) };
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
