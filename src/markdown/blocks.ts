import type { Code, Heading, ListItem, Root, RootContent, Table, TableCell, TableRow } from "mdast";
import type { Place } from "../model/place.js";
import type { Block, Row, SourceText } from "./page.js";
import { locatorOf } from "./place.js";

/** The blocks of a parsed text, without its front matter. */
export function readBlocks(root: Root, text: string): readonly Block[] {
  return root.children.filter((node) => node.type !== "yaml").map((node) => readBlock(node, text));
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

/** Where a node stands. */
export function placeOf(node: { readonly position?: RootContent["position"] }): Place {
  if (!node.position) throw new Error("a parsed node has no position");
  return { start: pointOf(node.position.start), end: pointOf(node.position.end) };
}

function pointOf(point: { line: number; column: number; offset?: number | undefined }): Place["start"] {
  return { line: point.line, column: point.column, offset: point.offset ?? 0 };
}
