import type { Report } from "../../diagnostics/report.js";
import type { Page, Row, SourceText } from "../../markdown/page.js";
import type { BoundedRow } from "./within-limits.js";

/** A table's columns by the header's words: `Field` → 0. */
export type Columns<Name extends string> = ReadonlyMap<Name, number>;

/** The columns of a field table; `Example` stands where some row has one. */
export const fieldColumns = ["Field", "Type", "Required", "Description", "Example"] as const;
export type FieldColumn = (typeof fieldColumns)[number];

/** The columns of a value table. */
export const valueColumns = ["Name", "Value"] as const;

/** Whether a header has the given columns, the first `least` of them at least, in this order and no other. */
export function isHeader(header: Row, names: readonly string[], least: number): boolean {
  const titles = header.cells.map((cell) => cell.text);
  return titles.length >= least && titles.length <= names.length && titles.every((title, at) => title === names[at]);
}

/** Reads a header; a word that the dialect does not know is reported. */
export function readColumns<Name extends string>(
  page: Page,
  header: Row,
  names: readonly Name[],
  report: Report,
): Columns<Name> {
  const columns = new Map<Name, number>();
  header.cells.forEach((cell, at) => {
    const name = names.find((candidate) => candidate === cell.text && !columns.has(candidate));
    if (name) columns.set(name, at);
    else reportHeader(page, cell, names, report);
  });
  return columns;
}

function reportHeader(page: Page, cell: SourceText, names: readonly string[], report: Report): void {
  report({
    rule: "unknown-header",
    page: page.path,
    place: cell.place,
    reason: `Unexpected column \`${cell.text}\`, expected ${names.map((name) => `\`${name}\``).join(", ")}`,
    actual: cell.text,
    expected: names,
  });
}

/** The cell of a row under a column; nothing where the row is too short, its text too long, or the table has no such column. */
export function cellOf<Name extends string>(
  row: BoundedRow,
  columns: Columns<Name>,
  name: Name,
): SourceText | undefined {
  const index = columns.get(name);
  return index === undefined ? undefined : row.cells[index];
}

/** Reports a row that has not as many cells as its header. */
export function checkCellCount(page: Page, row: Row, header: Row, report: Report): void {
  const [actual, expected] = [row.cells.length, header.cells.length];
  if (actual === expected) return;
  const extra = row.cells[expected];
  report({
    rule: "cell-count",
    page: page.path,
    place: extra ? { start: extra.place.start, end: row.place.end } : row.place,
    reason: `Unexpected row of ${actual} ${actual === 1 ? "cell" : "cells"}, expected ${expected}`,
    actual: String(actual),
    expected: [String(expected)],
  });
}
