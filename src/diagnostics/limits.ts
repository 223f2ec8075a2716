import type { Place } from "../model/place.js";
import { deepestType } from "../model/type.js";
import type { Finding } from "./report.js";

/** How much a run reads: what is over a limit is reported and not read, so that no page keeps a run busy. */
export interface Limits {
  /** Bytes of a page. */
  readonly pageBytes: number;
  /**
   * Lines of a page that is more than headings, tables, fences and paragraphs: each counts once more for every list or
   * quote that it is in, and for every 200 characters.
   */
  readonly markdownLines: number;
  /** Rows of a table, and values of an enum. */
  readonly rows: number;
  /** Cells of a row. */
  readonly columns: number;
  /** Characters of a cell, of a description, of an item of a list, of a union's member, of front matter. */
  readonly cellCharacters: number;
  /** Characters of a title and of a field's name. */
  readonly nameLength: number;
  /** Lists, maps, streams and unions around one another in a type, and unions that are members of unions. */
  readonly typeDepth: number;
  /** Members of a union. */
  readonly unionMembers: number;
  /** References of a page to models. */
  readonly links: number;
  /** Names, literals, lists, maps and unions in all types of a page. */
  readonly types: number;
  /** Characters of an example. */
  readonly exampleCharacters: number;
  /** Pages of a run. */
  readonly pages: number;
  /** Bytes of the file of overrides. */
  readonly overridesBytes: number;
}

/** Far above what 15,335 real pages have (docs/limits.md), and low enough that none takes longer than a second or so. */
const defaultLimits: Limits = {
  pageBytes: 2_097_152,
  markdownLines: 2_000,
  rows: 2_500,
  columns: 50,
  cellCharacters: 25_000,
  nameLength: 1_200,
  typeDepth: deepestType,
  unionMembers: 500,
  links: 2_000,
  types: 5_000,
  exampleCharacters: 100_000,
  pages: 100_000,
  overridesBytes: 33_554_432,
};

/** The limits that options set, and the defaults of the others. */
export function limitsOf({ limits = {} }: LimitOptions): Limits {
  const set = Object.entries(limits).filter(([, most]) => most !== undefined);
  return { ...defaultLimits, ...Object.fromEntries(set) };
}

/** Options that may set limits. */
export interface LimitOptions {
  /** How much is read; what is over a limit is reported. */
  readonly limits?: { readonly [Name in keyof Limits]?: number | undefined } | undefined;
}

/** What is counted, as messages call it: "a table of 10 rows". */
const words: { readonly [Name in keyof Limits]: readonly [what: string, units: string] } = {
  pageBytes: ["a page", "bytes"],
  markdownLines: ["Markdown", "nested lines"],
  rows: ["a list", "rows or values"],
  columns: ["a row", "cells"],
  cellCharacters: ["a text", "characters"],
  nameLength: ["a name", "characters"],
  typeDepth: ["a type", "levels"],
  unionMembers: ["a union", "members"],
  links: ["a page", "links"],
  types: ["a page", "types"],
  exampleCharacters: ["an example", "characters"],
  pages: ["a folder", "pages"],
  overridesBytes: ["a file of overrides", "bytes"],
};

/** What each limit bounds, in one line. */
export const limitSummaries: { readonly [Name in keyof Limits]: string } = {
  pageBytes: "Bytes of a page.",
  markdownLines:
    "Lines of a page that has nested lists, HTML or the like, each once more for every list, quote and 200 characters.",
  rows: "Rows of a table, and values of an enum.",
  columns: "Cells of a row.",
  cellCharacters:
    "Characters of a cell, of a description, of an item of a list, of a union's member and of front matter.",
  nameLength: "Characters of a title and of a field's name.",
  typeDepth: "Lists, maps, streams and unions around one another in a type, and unions that are members of unions.",
  unionMembers: "Members of a union.",
  links: "References of a page to models.",
  types: "Names, literals, lists, maps and unions in all types of a page.",
  exampleCharacters: "Characters of an example.",
  pages: "Pages of a run.",
  overridesBytes: "Bytes of the file of overrides.",
};

/** What is over a limit: so many where the limit is fewer, at a place of a page. */
export interface Excess<Name extends keyof Limits = keyof Limits> {
  readonly limit: Name;
  readonly page: string;
  readonly place?: Place | undefined;
  /** How many there are; left out where counting ended at the limit. */
  readonly found?: number | undefined;
}

const pageStart: Place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** The finding that something is over a limit. */
export function overLimit<Name extends keyof Limits>(
  { limit, page, place, found }: Excess<Name>,
  limits: Pick<Limits, Name>,
): Finding {
  const most = limits[limit];
  const [what, units] = words[limit];
  const actual = found === undefined ? `more than ${most}` : String(found);
  return {
    rule: "over-limit",
    page,
    place: place ?? (limit === "pageBytes" ? pageStart : undefined),
    reason: `Unexpected ${what} of ${actual} ${units}, expected at most ${most}`,
    actual,
    expected: [`at most ${most}`],
    mend: `Shorten it, or set \`limits.${limit}\` in the configuration.`,
  };
}
