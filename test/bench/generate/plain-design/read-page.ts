import type { Heading, Nodes, PhrasingContent, Root, RootContent, Table, TableCell } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { PageBody, PageField, PageModel } from "./page-model.js";

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads a page through the whole of remark, trusting it to be as generators write it. */
export function readPage(text: string): PageModel {
  const { children }: Root = processor.parse(text);
  const references = new Map<string, string>();
  const title = children.find(isHeading(1));
  return {
    name: identifierOf(title ? textOf(title) : ""),
    description: descriptionOf(children),
    body: bodyOf(children, references),
    references,
  };
}

function descriptionOf(children: readonly RootContent[]): string {
  const end = children.findIndex(isHeading(2));
  const paragraphs = children.slice(0, end < 0 ? undefined : end).filter(({ type }) => type === "paragraph");
  return paragraphs.map(textOf).join("\n\n");
}

function bodyOf(children: readonly RootContent[], references: Map<string, string>): PageBody {
  const fields = sectionOf(children, "Fields");
  if (fields) return { kind: "object", fields: tablesIn(fields).flatMap((table) => fieldsOf(table, references)) };
  const values = sectionOf(children, "Values");
  if (values) return { kind: "choice", members: valuesOf(values) };
  const members = (sectionOf(children, "Supported Types") ?? []).filter(isHeading(3));
  return { kind: "choice", members: members.map((member) => typeOf(member.children, references)) };
}

/** What stands below a heading of the second level, up to the next. */
function sectionOf(children: readonly RootContent[], title: string): readonly RootContent[] | undefined {
  const start = children.findIndex((child) => isHeading(2)(child) && textOf(child) === title);
  if (start < 0) return undefined;
  const after = children.slice(start + 1);
  const end = after.findIndex(isHeading(2));
  return end < 0 ? after : after.slice(0, end);
}

function isHeading(depth: number): (node: RootContent) => node is Heading {
  return (node): node is Heading => node.type === "heading" && node.depth === depth;
}

function tablesIn(section: readonly RootContent[]): readonly Table[] {
  return section.filter((child): child is Table => child.type === "table");
}

function fieldsOf(table: Table, references: Map<string, string>): readonly PageField[] {
  return table.children.slice(1).map(({ children: [name, type, required, description] }) => ({
    name: cellText(name).replaceAll("~", ""),
    type: typeOf(type?.children ?? [], references),
    required: cellText(required).includes("check"),
    description: cellText(description).replace(/^N\/A$/, ""),
  }));
}

/** The values of an enum: the second column of a table, or the literals of a fence or list. */
function valuesOf(section: readonly RootContent[]): readonly string[] {
  const cells = tablesIn(section).flatMap((table) => table.children.slice(1).map((row) => cellText(row.children[1])));
  if (cells.length > 0) return cells.map((cell) => JSON.stringify(cell.replace(/^"|"$/g, "")));
  return section.flatMap((child) => textOf(child).match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g) ?? []);
}

/** A cell's type; `unknown` for all but names, lists and maps of them. */
function typeOf(content: readonly PhrasingContent[], references: Map<string, string>): string {
  const type = content.map((node) => typePart(node, references)).join("");
  const plain = type
    .replace(/\b\w+\./g, "")
    .replace(/\bany\b/g, "unknown")
    .trim();
  return /^[A-Za-z_$][\w$]*(?:\[\])*$|^Record<string, ?[\w$]+(?:\[\])*>(?:\[\])*$/.test(plain) ? plain : "unknown";
}

function typePart(node: PhrasingContent, references: Map<string, string>): string {
  if (node.type !== "link") return textOf(node);
  const name = identifierOf(textOf(node).replace(/^.*\./, ""));
  if (!/^https?:/.test(node.url)) references.set(name, node.url);
  return name;
}

function cellText(cell: TableCell | undefined): string {
  return cell ? textOf(cell) : "";
}

function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return "value" in node ? node.value : "";
}

function identifierOf(text: string): string {
  return text.replace(/\W/g, "") || "Model";
}
