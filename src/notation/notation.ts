import type { SourceText } from "../markdown/page.js";
import type { Link } from "../model/link.js";
import type { Point } from "../model/place.js";
import type { Type } from "../model/type.js";

/** Why a text is no type: what stands at an offset of it, and what may stand there. */
export interface NotationError {
  readonly offset: number;
  readonly found: string;
  readonly expected: readonly string[];
  /** Whether reading ended since the type nests deeper than any that can be read. */
  readonly isTooDeep?: boolean;
}

/**
 * A type, or why there is none. `optional` says that the language's word for "no value" stands around the whole type, as
 * `Optional<T>` or `?T`: it is not in the type, since it means that the key is absent, or null where the key must be there.
 */
export type NotationResult =
  | { readonly ok: true; readonly type: Type<Link>; readonly optional?: boolean }
  | { readonly ok: false; readonly error: NotationError };

/** What a page shows of the language that it is written in. */
export interface NotationEvidence {
  readonly typeCells: readonly string[];
  readonly fenceLanguages: readonly string[];
  readonly fieldNames: readonly string[];
}

/** What on a page tells a language from the others: only what the others never write. */
export interface NotationMarks {
  /** A type cell that only this language writes. */
  readonly cell: RegExp;
  /** The languages that its fences name. */
  readonly fences: readonly string[];
  /** What all names of fields are in this language, where that says something. */
  readonly fieldName?: RegExp;
}

/** How a language spells a type on a page. */
export interface Notation {
  /** The language, in lower case: `typescript`, `go`. */
  readonly name: string;
  /** Reads a type cell's source text, which starts at a point of the page. */
  readonly parseCell: (text: string, start: Point) => NotationResult;
  /** Where the type of a union's member is written: in its heading, where nothing is said here, or in the fence under it. */
  readonly memberText?: (heading: SourceText, fence: SourceText | undefined) => SourceText;
  /** Reads the member that a union page lists: the text that says its type, which starts at a point of the page. */
  readonly parseMember: (text: string, start: Point) => NotationResult;
  /** What tells the language from others. */
  readonly marks: NotationMarks;
  /** Whether an enum page says that other values may come: its prose and its example. */
  readonly isOpenEnum: (section: string, example: string | undefined) => boolean;
  /**
   * Whether cells say null by a word of its `own`, or by one that is `shared` with absent (`T.nilable`) and so means null
   * only where the key must be there. Left out where the lack of a word says nothing.
   */
  readonly nullWord?: "own" | "shared";
  /** What property names are by default: `documented`, or a case where the names are the language's own. */
  readonly propertyCase: "documented" | "camelCase";
}
