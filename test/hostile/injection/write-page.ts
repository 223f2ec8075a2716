import type { SourcePage } from "../../../src/compile.js";

/** A page at a path below the docs root. */
export function page(path: string, value: string): SourcePage {
  return { path, value };
}

/** A row of the cells. */
export function rowOfCells(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A text so that it stays in its cell: what ends a line or a cell is written as generators write it. */
export function markedCell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\r\n|[\r\n]/g, "<br/>");
}

/** A row of a field table. */
export function fieldRow(cells: {
  readonly name: string;
  readonly type?: string;
  readonly required?: string;
  readonly description?: string;
  readonly example?: string;
}): string {
  const { name, type = "*string*", required = ":heavy_check_mark:", description = "N/A", example = "" } = cells;
  return rowOfCells(`\`${name}\``, type, required, description, example);
}

function titled(title: string, section: string): string {
  return title === "" ? section : `# ${title}\n\n${section}`;
}

/** The page of an object; the title is left out where it is empty. */
export function objectPage(title: string, rows: readonly string[]): string {
  const head = [rowOfCells("Field", "Type", "Required", "Description", "Example"), "| --- | --- | --- | --- | --- |"];
  return titled(title, `## Fields\n\n${[...head, ...rows].join("\n")}\n`);
}

/** The page of an enum. */
export function enumPage(title: string, values: string): string {
  return titled(title, `## Values\n\n${values}\n`);
}

/** The page of a union. */
export function unionPage(title: string, members: readonly string[]): string {
  return titled(title, `## Supported Types\n\n${members.join("\n\n")}\n`);
}
