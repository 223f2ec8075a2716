import type { Limits } from "../../diagnostics/limits.js";
import type { Report } from "../../diagnostics/report.js";
import type { Block, Page, SourceText } from "../../markdown/page.js";
import type { Fact } from "../../model/fact.js";
import type { Link } from "../../model/link.js";
import type { Field, ObjectModel, Presence } from "../../model/model.js";
import { type Type, unknownType } from "../../model/type.js";
import type { Notation } from "../../notation/notation.js";
import { factOf, readDescription, unescapeCell } from "./cell-text.js";
import { type Columns, cellOf, checkCellCount, type FieldColumn, fieldColumns, readColumns } from "./columns.js";
import { nullabilityOf } from "./nullability.js";
import type { ModelHeader } from "./read-header.js";
import { typeOrUnknown } from "./read-type.js";
import { type BoundedRow, boundedRow, isNameWithin, type PageBounds } from "./within-limits.js";

interface TableReading extends PageBounds {
  readonly notation: Notation;
  readonly columns: Columns<FieldColumn>;
}

/**
 * Rows that stand for the keys that no other row names. TypeScript SDKs have a property of that name in memory too
 * (in 7 of the 8 that were measured), so that row stays a field beside the index signature.
 */
const catchAllNames: ReadonlySet<string> = new Set([
  "additionalProperties",
  "AdditionalProperties",
  "__pydantic_extra__",
]);
const namesOfProperty: ReadonlySet<string> = new Set(["additionalProperties"]);

/** Reads a field table. */
export function readObject(
  page: Page,
  header: ModelHeader,
  table: Extract<Block, { kind: "table" }>,
  notation: Notation,
  limits: Limits,
  report: Report,
): ObjectModel<Link> {
  const columns = readColumns(page, table.header, fieldColumns, report);
  const reading: TableReading = { page, notation, columns, limits, report };
  for (const row of table.rows) checkCellCount(page, row, table.header, report);
  const rows = table.rows.flatMap((row) => readField(reading, boundedRow(reading, row)) ?? []);
  const catchAll = rows.find((field) => catchAllNames.has(field.name) && field.type.value.kind === "map");
  const fields = rows.filter((field) => field !== catchAll || namesOfProperty.has(field.name));
  const additional = catchAll ? valuesOf(catchAll) : table.rows.length === 0 ? anyKeys(page, table) : undefined;
  return { kind: "object", ...header, fields, ...(additional ? { additional } : {}) };
}

function valuesOf(field: Field<Link>): Fact<Type<Link>> | undefined {
  const { value, source } = field.type;
  return value.kind === "map" ? { value: value.values, source } : undefined;
}

function anyKeys(page: Page, table: Extract<Block, { kind: "table" }>): Fact<Type<Link>> {
  return { value: unknownType, source: { origin: "cell", page: page.path, place: table.place } };
}

function readField(reading: TableReading, row: BoundedRow): Field<Link> | undefined {
  const { page, columns } = reading;
  const name = readName(reading, row);
  if (!name) return undefined;
  const described = cellOf(row, columns, "Description");
  const { description, deprecation } = described ? readDescription(unescapeCell(page, described)) : {};
  const exampleCell = cellOf(row, columns, "Example");
  const example = exampleCell && unescapeCell(page, exampleCell).replace(/<br\s?\/?>/gi, "\n");
  const struck = name.struck ? "" : undefined;
  return {
    name: name.text,
    localName: name.text,
    ...readTypeAndPresence(reading, row),
    place: row.place,
    ...(described && description ? { description: factOf(page, "cell", described, description) } : {}),
    ...(deprecation !== undefined || struck !== undefined
      ? { deprecation: factOf(page, "cell", described ?? name.cell, deprecation ?? "") }
      : {}),
    ...(exampleCell && example ? { example: factOf(page, "cell", exampleCell, example) } : {}),
  };
}

interface FieldName {
  readonly text: string;
  readonly struck: boolean;
  readonly cell: SourceText;
}

/** `` `name` ``, or `` ~~`name`~~ `` for a deprecated field. */
function readName(reading: TableReading, row: BoundedRow): FieldName | undefined {
  const { page, columns, report } = reading;
  const cell = cellOf(row, columns, "Field");
  if (!cell) return undefined;
  const struck = cell.text.startsWith("~~") && cell.text.endsWith("~~") && cell.text.length > 4;
  const code = struck ? cell.text.slice(2, -2) : cell.text;
  const text = code.startsWith("`") && code.endsWith("`") ? code.slice(1, -1).replaceAll("\\|", "|").trim() : "";
  if (text !== "" && !text.includes("`")) {
    return isNameWithin(reading, { text, place: cell.place }) ? { text, struck, cell } : undefined;
  }
  report({
    rule: "unreadable-name",
    page: page.path,
    place: cell.text === "" ? row.place : cell.place,
    reason: `Unexpected \`${cell.text}\`, expected a name in backticks`,
    actual: cell.text,
    expected: ["a name in backticks"],
  });
  return undefined;
}

function readTypeAndPresence(
  reading: TableReading,
  row: BoundedRow,
): Pick<Field<Link>, "type" | "presence" | "nullability"> {
  const { type, optional } = readType(reading, row);
  const presence = readPresence(reading, row);
  const nullability = nullabilityOf({ type: type.value, optional, presence: presence.value }, reading.notation);
  return {
    type: { ...type, value: type.value.kind === "nullable" ? type.value.type : type.value },
    presence,
    nullability: { value: nullability, source: type.source },
  };
}

interface TypeCell {
  readonly type: Fact<Type<Link>>;
  /** Whether a word around the type says that there may be no value. */
  readonly optional: boolean;
}

function readType({ page, columns, notation, limits, report }: TableReading, row: BoundedRow): TypeCell {
  const cell = cellOf(row, columns, "Type");
  if (!cell) {
    const source = { origin: "cell", page: page.path, place: row.place } as const;
    return { type: { value: unknownType, source }, optional: false };
  }
  const result = notation.parseCell(cell.text, cell.place.start);
  const type = typeOrUnknown(page, cell, result, limits, report);
  return { type: factOf(page, "cell", cell, type), optional: result.ok && result.optional === true };
}

const marks: Readonly<Record<string, Presence>> = {
  ":heavy_check_mark:": "required",
  ":heavy_minus_sign:": "optional",
};

function readPresence({ page, columns, report }: TableReading, row: BoundedRow): Fact<Presence> {
  const cell = cellOf(row, columns, "Required");
  if (!cell) return { value: "unknown", source: { origin: "cell", page: page.path, place: row.place } };
  const presence = Object.hasOwn(marks, cell.text) ? marks[cell.text] : undefined;
  if (presence) return factOf(page, "cell", cell, presence);
  report({
    rule: "unknown-presence",
    page: page.path,
    place: cell.text === "" ? row.place : cell.place,
    reason: `Unexpected \`${cell.text}\`, expected \`:heavy_check_mark:\` or \`:heavy_minus_sign:\``,
    actual: cell.text,
    expected: Object.keys(marks),
  });
  return factOf(page, "cell", cell, "unknown");
}
