import type { Code, Heading, ListItem, Root, RootContent, Table, TableCell, TableRow, Yaml } from "mdast";
import { parseDocument } from "yaml";
import type { Place } from "../model/place.js";
import type { Block, Page, Row, SourceText } from "./page.js";
import { locatorOf } from "./place.js";
import { parseStructure } from "./structure.js";

/** Parses a page's text into plain blocks with places. */
export function parsePage(path: string, source: string): Page {
  const text = withoutLoneReturns(source.startsWith("\uFEFF") ? source.slice(1) : source);
  const root = parseStructure(text);
  const frontMatter = root.children.find((node) => node.type === "yaml");
  const titleIndex = root.children.findIndex((node) => node.type === "heading" && node.depth === 1);
  const matterTitle = frontMatter && readFrontMatterTitle(frontMatter, text);
  if (matterTitle) {
    return { path, text, title: { ...matterTitle, origin: "front-matter" }, blocks: readBlocks(root, 0, text) };
  }
  const heading = root.children[titleIndex];
  if (heading?.type !== "heading") return { path, text, blocks: readBlocks(root, 0, text) };
  const title = { ...contentOf(heading, text), origin: "heading" as const };
  return { path, text, title, blocks: readBlocks(root, titleIndex + 1, text) };
}

/**
 * A text whose carriage returns are those of its line ends. Generators copy an author's lone one into cells (8 rows of
 * Codat's SDKs), and Markdown would end the table there; a blank in its stead leaves every place as it is.
 */
function withoutLoneReturns(text: string): string {
  return text.includes("\n") ? text.replace(/\r(?!\n)/g, " ") : text;
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

function readBlocks(root: Root, from: number, text: string): readonly Block[] {
  return root.children
    .slice(from)
    .filter((node) => node.type !== "yaml")
    .map((node) => readBlock(node, text));
}

function readBlock(node: RootContent, text: string): Block {
  const place = placeOf(node);
  switch (node.type) {
    case "heading":
      return { kind: "heading", depth: node.depth, title: contentOf(node, text), place };
    case "table":
      return readTable(node, text);
    case "code":
      return isFence(node, text) ? readFence(node, text) : { kind: "prose", place };
    case "list":
      return { kind: "list", items: node.children.map((item) => readItem(item, text)), place };
    default:
      return { kind: "prose", place };
  }
}

function readTable(node: Table, text: string): Block {
  const [header, ...rows] = node.children.map((row) => readRow(row, text));
  const place = placeOf(node);
  return { kind: "table", header: header ?? { cells: [], place }, rows, place };
}

function readRow(node: TableRow, text: string): Row {
  return { cells: node.children.map((cell) => contentOf(cell, text)), place: placeOf(node) };
}

function isFence(node: Code, text: string): boolean {
  const start = placeOf(node).start.offset;
  return text.startsWith("```", start) || text.startsWith("~~~", start);
}

function readFence(node: Code, text: string): Block {
  const place = placeOf(node);
  const source = text.slice(place.start.offset, place.end.offset);
  const open = source.indexOf("\n") + 1;
  const lastLine = source.lastIndexOf("\n") + 1;
  const closed = lastLine >= open && open > 0 && /^ {0,3}(?:`{3,}|~{3,})[ \t]*\r?$/.test(source.slice(lastLine));
  const from = open === 0 ? source.length : open;
  const to = closed ? lastLine : source.length;
  const locate = locatorOf(source, place.start);
  const content = { text: source.slice(from, to), place: { start: locate(from), end: locate(to) } };
  return { kind: "fence", language: node.lang ?? "", content, place };
}

function readItem(node: ListItem, text: string): SourceText {
  const first = node.children[0];
  const place = placeOf(first ?? node);
  return { text: text.slice(place.start.offset, place.end.offset), place };
}

/** The source between the marks of a heading or a cell. */
function contentOf(node: Heading | TableCell, text: string): SourceText {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) {
    const { end } = placeOf(node);
    return { text: "", place: { start: end, end } };
  }
  const place = { start: placeOf(first).start, end: placeOf(last).end };
  return { text: text.slice(place.start.offset, place.end.offset), place };
}

function placeOf(node: { readonly position?: RootContent["position"] }): Place {
  if (!node.position) throw new Error("a parsed node has no position");
  return { start: pointOf(node.position.start), end: pointOf(node.position.end) };
}

function pointOf(point: { line: number; column: number; offset?: number | undefined }): Place["start"] {
  return { line: point.line, column: point.column, offset: point.offset ?? 0 };
}
