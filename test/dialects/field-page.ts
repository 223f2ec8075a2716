import type { SourcePage } from "../../src/compile.js";

/** A row of a field table: its name, its type cell and its mark in the column `Required`. */
export type FieldRow = readonly [name: string, cell: string, mark: string];

/** How a row is marked that must be there. */
export const required = ":heavy_check_mark:";

/** How a row is marked that may be absent. */
export const optional = ":heavy_minus_sign:";

/** A page with a table of fields. */
export function fieldPage(path: string, title: string, rows: readonly FieldRow[]): SourcePage {
  const lines = rows.map(([name, cell, mark]) => `| \`${name}\` | ${cell} | ${mark} | N/A |`);
  const header = ["| Field | Type | Required | Description |", "| --- | --- | --- | --- |"];
  return { path, value: [`# ${title}`, "", "", "## Fields", "", ...header, ...lines, ""].join("\n") };
}
