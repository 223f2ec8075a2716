import type { Limits } from "../../diagnostics/limits.js";
import type { Report } from "../../diagnostics/report.js";
import type { Page, Section, SourceText } from "../../markdown/page.js";
import { locatorOf } from "../../markdown/place.js";
import type { EnumModel, EnumValue } from "../../model/model.js";
import type { LiteralValue } from "../../model/type.js";
import { accept, type Cursor, peek, readName, UnexpectedText } from "../../notation/cursor.js";
import type { Notation, NotationError } from "../../notation/notation.js";
import { readNumber, readString } from "../../notation/typescript-literal.js";
import { isWithin } from "../type-limits.js";
import { unescapeCell, withoutBackticks } from "./cell-text.js";
import { cellOf, checkCellCount, readColumns, valueColumns } from "./columns.js";
import type { ModelHeader } from "./read-header.js";
import { boundedRow, isTextWithin, type PageBounds } from "./within-limits.js";

/** Reads the values of an enum page: a table, a list or a fence; nothing where there are more than a limit says. */
export function readEnum(
  page: Page,
  header: ModelHeader,
  section: Section,
  notation: Notation,
  limits: Limits,
  report: Report,
): EnumModel | undefined {
  const bounds = { page, limits, report };
  const { values, open } = readValues(bounds, section);
  const place = values[limits.rows]?.place;
  if (!isWithin(bounds, { limit: "rows", place, found: values.length })) return undefined;
  const end = section.blocks.at(-1)?.place.end.offset ?? section.heading.place.end.offset;
  const text = page.text.slice(section.heading.place.start.offset, end);
  const isOpen = open || notation.isOpenEnum(text, header.example?.value.text);
  if (values.length === 0) {
    report({
      rule: "missing-values",
      page: page.path,
      place: section.heading.place,
      reason: "Unexpected section without a value, expected a table, a list or a fence of values",
    });
  }
  return { kind: "enum", ...header, values, open: isOpen };
}

interface Values {
  readonly values: readonly EnumValue[];
  readonly open: boolean;
}

function readValues(bounds: PageBounds, section: Section): Values {
  const { page, report } = bounds;
  for (const block of section.blocks) {
    if (block.kind === "table") return readTable(bounds, block);
    if (block.kind === "fence") return readLiterals(page, block.content, report);
    if (block.kind === "list") {
      const read = block.items.map((item) => readItem(bounds, item));
      return { values: read.flatMap(({ values }) => values), open: read.some(({ open }) => open) };
    }
  }
  return { values: [], open: false };
}

function readTable(bounds: PageBounds, table: Extract<Section["blocks"][number], { kind: "table" }>): Values {
  const { page, report } = bounds;
  const columns = readColumns(page, table.header, valueColumns, report);
  for (const row of table.rows) checkCellCount(page, row, table.header, report);
  const bounded = table.rows.map((row) => boundedRow(bounds, row));
  const short = bounded.filter(({ cells }) => !cells.includes(undefined));
  const rows = short.map((row) => {
    const name = cellOf(row, columns, "Name")?.text.replaceAll("`", "") ?? "";
    const cell = cellOf(row, columns, "Value");
    return { name, text: cell ? unescapeCell(page, cell) : "", place: cell?.text ? cell.place : row.place };
  });
  const open = rows.find(({ text }) => /^`?Unrecognized<\w+>`?$/.test(text));
  const closed = rows.filter((row) => row !== open);
  const saysText = open?.text.includes("<string>") ?? false;
  const numeric = !saysText && closed.length > 0 && closed.every(({ text }) => isCanonicalNumber(text));
  const values = closed.map(({ name, text, place }) => ({ name, value: numeric ? Number(text) : text, place }));
  // A value that is too long to be read may be any.
  return { values, open: open !== undefined || short.length < bounded.length };
}

/** A table does not say whether `1` is a number, unless it is open: it is one where all are, written as JSON does. */
function isCanonicalNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text;
}

function readItem(bounds: PageBounds, item: SourceText): Values {
  if (!isTextWithin(bounds, item)) return { values: [], open: true };
  return readLiterals(bounds.page, withoutBackticks(item), bounds.report);
}

/** `"a" | 1 | Unrecognized<string>`. */
function readLiterals(page: Page, source: SourceText, report: Report): Values {
  const cursor: Cursor = { text: source.text, offset: 0 };
  const locate = locatorOf(source.text, source.place.start);
  const values: EnumValue[] = [];
  let open = false;
  try {
    while (peek(cursor) !== "") {
      const start = cursor.offset;
      const value = readLiteral(cursor);
      if (value === undefined) open = true;
      else values.push({ value, place: { start: locate(start), end: locate(cursor.offset) } });
      if (!accept(cursor, "|")) break;
    }
    if (peek(cursor) !== "") throw new UnexpectedText(cursor, ["`|`"]);
  } catch (error) {
    if (!(error instanceof UnexpectedText)) throw error;
    reportLiteral(page, source, error.detail, report);
    // What cannot be read may be more values.
    open = true;
  }
  return { values, open };
}

/** As JSON and as Python write them. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
]);

/** A literal; nothing for `Unrecognized<string>`, which stands for the values to come. */
function readLiteral(cursor: Cursor): LiteralValue | undefined {
  const next = peek(cursor);
  if (next === '"' || next === "'") return readString(cursor);
  const number = readNumber(cursor);
  if (number !== undefined) return number;
  const start = cursor.offset;
  const word = readName(cursor);
  const truth = truths.get(word);
  if (truth !== undefined) return truth;
  if (word === "Unrecognized" && accept(cursor, "<") && readName(cursor) !== "" && accept(cursor, ">"))
    return undefined;
  throw new UnexpectedText({ text: cursor.text, offset: start }, ["a string, a number or `Unrecognized<string>`"]);
}

function reportLiteral(page: Page, source: SourceText, error: NotationError, report: Report): void {
  const locate = locatorOf(source.text, source.place.start);
  report({
    rule: "unreadable-value",
    page: page.path,
    place: { start: locate(error.offset), end: locate(Math.max(error.offset, source.text.trimEnd().length)) },
    reason: `Unexpected ${error.found}, expected ${error.expected.join(" or ")}`,
    actual: error.found,
    expected: error.expected,
  });
}
