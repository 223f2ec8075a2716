import type { Place } from "../model/place.js";

/** A word of a comment, and where it stands. */
export interface DirectiveWord {
  readonly text: string;
  readonly place: Place;
}

/** A comment of a page to modelmark: `<!-- modelmark-disable-next-line unknown-type -->`. */
export interface Directive {
  /** What follows `modelmark-`: `disable`, as it is written. */
  readonly verb: string;
  /** The rules that it names; where it names none, all are meant. */
  readonly rules: readonly DirectiveWord[];
  /** The comment. */
  readonly place: Place;
}
