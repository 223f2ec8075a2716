import type { Limits } from "../../diagnostics/limits.js";
import type { Finding, Report } from "../../diagnostics/report.js";
import type { Block, Page } from "../../markdown/page.js";
import type { Link } from "../../model/link.js";
import type { Model } from "../../model/model.js";
import { unknownType } from "../../model/type.js";
import type { Notation, NotationEvidence } from "../../notation/notation.js";
import type { Dialect } from "../dialect.js";
import { areTypesWithin, isWithin } from "../type-limits.js";
import { type Anatomy, anatomyOf } from "./anatomy.js";
import { findStrayTable, judge } from "./judge.js";
import { readEnum } from "./read-enum.js";
import { type ModelHeader, readHeader } from "./read-header.js";
import { readObject } from "./read-object.js";
import { memberHeadings, readUnion } from "./read-union.js";
import { isNameWithin, isTableWithin, type PageBounds } from "./within-limits.js";

/** The pages that Speakeasy writes for SDKs: `## Fields`, `## Values` or `## Supported Types` (generators 2.40 to 2.93). */
export const speakeasy: Dialect = { name: "speakeasy", judge, evidence, read };

const wholePage = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

function read(page: Page, notation: Notation, limits: Limits, report: Report): readonly Model<Link>[] {
  const about = (finding: Omit<Finding, "page">): void => report({ ...finding, page: page.path });
  if (page.text.trim() === "") {
    about({ rule: "empty-page", place: wholePage, reason: "Unexpected empty page, expected a title and a table" });
    return [];
  }
  if (!page.title || page.title.text === "") {
    const place = page.title?.place ?? page.blocks[0]?.place ?? wholePage;
    about({ rule: "missing-title", place, reason: "Unexpected page without a title, expected `# ModelName`" });
    return [];
  }
  const bounds = { page, limits, report };
  if (!isNameWithin(bounds, page.title)) return [];
  const anatomy = anatomyOf(page);
  const header = readHeader(bounds, page.title, anatomy, notation);
  const model = isSectionWithin(bounds, anatomy) ? readSection(bounds, header, anatomy, notation) : undefined;
  return [model && areTypesWithin(bounds, model) ? model : unreadableModel(header)];
}

/** Whether the table, or the list of members, of a page's section is within the limits. */
function isSectionWithin(bounds: PageBounds, { main }: Anatomy): boolean {
  if (!main) return true;
  if (main.kind === "union") {
    const members = memberHeadings(main);
    const place = members[bounds.limits.unionMembers]?.place;
    return isWithin(bounds, { limit: "unionMembers", place, found: members.length });
  }
  const table = main.blocks.find((block) => block.kind === "table");
  if (table?.kind === "table") return isTableWithin(bounds, table);
  const list = main.blocks.find((block) => block.kind === "list");
  if (list?.kind !== "list" || main.kind !== "enum") return true;
  const place = list.items[bounds.limits.rows]?.place;
  return isWithin(bounds, { limit: "rows", place, found: list.items.length });
}

/** Reads the model of a page's section; nothing where it is over a limit. */
function readSection(
  bounds: PageBounds,
  header: ModelHeader,
  anatomy: Anatomy,
  notation: Notation,
): Model<Link> | undefined {
  const { page, limits, report } = bounds;
  const { main, stranger } = anatomy;
  if (!main) return readBare(page, header, report);
  if (stranger) {
    const reason = `Unexpected \`## ${main.heading.title.text}\` after \`## ${stranger.title.text}\`, expected one of them`;
    report({ rule: "mixed-kinds", page: page.path, place: main.heading.place, reason });
    return unreadableModel(header);
  }
  switch (main.kind) {
    case "object": {
      const table = main.blocks.find((block) => block.kind === "table");
      return table?.kind === "table" && hasFieldAndType(table)
        ? readObject(page, header, table, notation, limits, report)
        : withoutTable(page, header, main.heading, table, report);
    }
    case "enum":
      return readEnum(page, header, main, notation, limits, report);
    case "union":
      return readUnion(page, header, main, notation, limits, report);
  }
}

function hasFieldAndType(table: Extract<Block, { kind: "table" }>): boolean {
  const titles = table.header.cells.map((cell) => cell.text);
  return titles.includes("Field") && titles.includes("Type");
}

function withoutTable(
  page: Page,
  header: ModelHeader,
  heading: Extract<Block, { kind: "heading" }>,
  table: Block | undefined,
  report: Report,
): Model<Link> {
  const titles = table?.kind === "table" ? table.header : undefined;
  report({
    rule: titles ? "unknown-header" : "missing-table",
    page: page.path,
    place: titles?.place ?? heading.place,
    reason: titles
      ? "Unexpected header of a field table, expected `Field | Type | Required | Description`"
      : "Unexpected section without a table, expected `Field | Type | Required | Description` and a row of dashes",
    expected: ["Field", "Type", "Required", "Description"],
    ...(titles ? { actual: titles.cells.map((cell) => cell.text).join(" | ") } : {}),
  });
  return unreadableModel(header);
}

/** A field table without a heading is a slip; a page with nothing at all stands for a union. */
function readBare(page: Page, header: ModelHeader, report: Report): Model<Link> {
  const stray = findStrayTable(page);
  if (!stray) return { kind: "alias", cause: "bare", ...header, type: unknownType };
  report({
    rule: "missing-section",
    page: page.path,
    place: stray.header.place,
    reason: "Unexpected field table outside a standard section, expected `## Fields` above it",
  });
  return unreadableModel(header);
}

function unreadableModel(header: ModelHeader): Model<Link> {
  return { kind: "alias", cause: "unreadable", ...header, type: unknownType };
}

function evidence(page: Page): NotationEvidence {
  const { main } = anatomyOf(page);
  const table = main?.kind === "object" ? main.blocks.find((block) => block.kind === "table") : undefined;
  const rows = table?.kind === "table" ? table.rows : [];
  return {
    fieldNames: rows.map((row) => row.cells[0]?.text.replace(/[`~]/g, "") ?? ""),
    typeCells: rows.map((row) => row.cells[1]?.text ?? ""),
    fenceLanguages: page.blocks.flatMap((block) => (block.kind === "fence" ? [block.language] : [])),
  };
}
