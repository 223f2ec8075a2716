import type { Place } from "./place.js";

/** What a fact was taken from: `corpus` is what all pages together show, `policy` a default of the configuration. */
export type Origin =
  | "heading"
  | "cell"
  | "fence"
  | "list"
  | "description"
  | "example"
  | "corpus"
  | "override"
  | "policy";

/** Where a fact was seen. */
export interface Source {
  readonly origin: Origin;
  /** The page's path below the docs root, as `components/foo.md`; absent where no page says it. */
  readonly page?: string;
  readonly place?: Place;
  /** Where an override says that it was learned: `types components/foo.ts:12`. */
  readonly learned?: string;
}

/** A value and where it was seen. */
export interface Fact<Value> {
  readonly value: Value;
  readonly source: Source;
}
