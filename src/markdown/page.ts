import type { Place } from "../model/place.js";

/** A piece of source text, trimmed, and where it stands. */
export interface SourceText {
  readonly text: string;
  readonly place: Place;
}

/** A row of a table: its cells as they stand in the source, escapes and all; there may be too many or too few. */
export interface Row {
  readonly cells: readonly SourceText[];
  readonly place: Place;
}

/** A block of a page. */
export type Block =
  | { readonly kind: "heading"; readonly depth: number; readonly title: SourceText; readonly place: Place }
  | { readonly kind: "table"; readonly header: Row; readonly rows: readonly Row[]; readonly place: Place }
  /** `content` is what stands between the fences. */
  | { readonly kind: "fence"; readonly language: string; readonly content: SourceText; readonly place: Place }
  | { readonly kind: "list"; readonly items: readonly SourceText[]; readonly place: Place }
  | { readonly kind: "prose"; readonly place: Place };

/** A heading and the blocks down to the next heading of its depth or above. */
export interface Section {
  readonly heading: Extract<Block, { kind: "heading" }>;
  readonly blocks: readonly Block[];
}

/** A page as plain values; it knows no dialect. */
export interface Page {
  /** Below the docs root, with `/`. */
  readonly path: string;
  /** The page's text, without a byte order mark. */
  readonly text: string;
  /** The first heading of depth 1, or the front matter's `title`. */
  readonly title?: SourceText & { readonly origin: "heading" | "front-matter" };
  /** What follows the title, in order. */
  readonly blocks: readonly Block[];
}

/** The section that a heading opens. */
export function sectionOf(blocks: readonly Block[], heading: Extract<Block, { kind: "heading" }>): Section {
  const start = blocks.indexOf(heading) + 1;
  const length = blocks.slice(start).findIndex((block) => block.kind === "heading" && block.depth <= heading.depth);
  return { heading, blocks: blocks.slice(start, length < 0 ? undefined : start + length) };
}
