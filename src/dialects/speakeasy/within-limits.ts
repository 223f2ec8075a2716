import type { Block, Page, Row, SourceText } from "../../markdown/page.js";
import { type Bounds, isWithin } from "../type-limits.js";

type Table = Extract<Block, { kind: "table" }>;

/** The page that is read, and where what is over a limit is told. */
export interface PageBounds extends Bounds {
  readonly page: Page;
}

/** Whether a table has no more rows, and no row more cells, than limits say; reports the first that is over. */
export function isTableWithin(bounds: Bounds, { header, rows }: Table): boolean {
  const { limits } = bounds;
  const place = rows[limits.rows]?.place;
  if (!isWithin(bounds, { limit: "rows", place, found: rows.length })) return false;
  const widest = [header, ...rows].find(({ cells }) => cells.length > limits.columns) ?? header;
  return isWithin(bounds, { limit: "columns", place: widest.place, found: widest.cells.length });
}

/** A row of a table without the texts that are longer than a limit says. */
export interface BoundedRow extends Pick<Row, "place"> {
  readonly cells: readonly (SourceText | undefined)[];
}

/** Leaves out the cells that are longer than a limit says, and reports them. */
export function boundedRow(bounds: Bounds, { cells, place }: Row): BoundedRow {
  if (cells.every(({ text }) => text.length <= bounds.limits.cellCharacters)) return { cells, place };
  return { cells: cells.map((cell) => (isTextWithin(bounds, cell) ? cell : undefined)), place };
}

/** Whether a text is no longer than a limit says; reports one that is. */
export function isTextWithin(bounds: Bounds, { text, place }: SourceText): boolean {
  return isWithin(bounds, { limit: "cellCharacters", place, found: text.length });
}

/** Whether an example is no longer than a limit says; reports one that is. */
export function isExampleWithin(bounds: Bounds, { text, place }: SourceText): boolean {
  return isWithin(bounds, { limit: "exampleCharacters", place, found: text.length });
}

/** Whether a name is no longer than a limit says; reports one that is. */
export function isNameWithin(bounds: Bounds, { text, place }: SourceText): boolean {
  return isWithin(bounds, { limit: "nameLength", place, found: text.length });
}
