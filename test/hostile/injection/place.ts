import type { SourcePage } from "../../../src/compile.js";
import type { Options } from "../../../src/options.js";

/** What a hostile text makes of a place: pages and options. */
export interface Planted {
  readonly pages: readonly SourcePage[];
  readonly options?: Options;
}

/** Somewhere that text of strangers enters. */
export interface Place {
  readonly name: string;
  /** The same page or option with another text. */
  readonly plant: (text: string) => Planted;
}
