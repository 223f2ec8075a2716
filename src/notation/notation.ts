import type { Link } from "../model/link.js";
import type { Point } from "../model/place.js";
import type { Type } from "../model/type.js";

/** Why a text is no type: what stands at an offset of it, and what may stand there. */
export interface NotationError {
  readonly offset: number;
  readonly found: string;
  readonly expected: readonly string[];
}

/** A type, or why there is none. */
export type NotationResult =
  | { readonly ok: true; readonly type: Type<Link> }
  | { readonly ok: false; readonly error: NotationError };

/** What a page shows of the language that it is written in. */
export interface NotationEvidence {
  readonly typeCells: readonly string[];
  readonly fenceLanguages: readonly string[];
  readonly fieldNames: readonly string[];
  readonly memberHeadings: readonly string[];
}

/** How a language spells a type on a page. */
export interface Notation {
  /** The language, in lower case: `typescript`, `go`. */
  readonly name: string;
  /** Reads a type cell's source text, which starts at a point of the page. */
  readonly parseCell: (text: string, start: Point) => NotationResult;
  /** Reads the member that a union page lists: its heading, and the fence under it where there is one. */
  readonly parseMember: (heading: string, fence: string | undefined, start: Point) => NotationResult;
  /** How many signs of the language a page shows; 0 where it is silent. */
  readonly signs: (evidence: NotationEvidence) => number;
  /** Whether an enum page says that other values may come: its prose and its example. */
  readonly isOpenEnum: (section: string, example: string | undefined) => boolean;
  /** What property names are by default: `documented`, or a case where the names are the language's own. */
  readonly propertyCase: "documented" | "camelCase";
}
