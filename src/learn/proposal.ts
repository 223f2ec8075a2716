import type { Override } from "../overrides/override.js";

/** Something of a source that stands for no model or field of the pages, and why. */
export interface Unmatched {
  /** Where it stands, spelled as an override's `source` is. */
  readonly source: string;
  /** What it is and what was looked for: `no model for the schema \`Foo\``. */
  readonly reason: string;
  /** The page or field that lacks it, spelled as an override's `at` is, where there is one. */
  readonly at?: string | undefined;
  /** Whether it is a part of the source that cannot be read. */
  readonly isUnread?: boolean | undefined;
}

/** What a source says that the pages do not say, or say otherwise. */
export interface Proposal {
  /** Sorted by `at` and `fact`, of which each pair stands once. */
  readonly overrides: readonly Override[];
  /** Sorted by `source`. */
  readonly unmatched: readonly Unmatched[];
}

/** Makes a proposal: sorts, and of two facts on the same keeps the first. */
export function proposalOf(overrides: readonly Override[], unmatched: readonly Unmatched[]): Proposal {
  const first = new Map<string, Override>();
  for (const override of overrides) {
    const key = keyOf(override);
    if (!first.has(key)) first.set(key, override);
  }
  return {
    overrides: [...first].sort(([one], [other]) => compare(one, other)).map(([, override]) => override),
    unmatched: unmatched.toSorted(
      (one, other) => compare(one.source, other.source) || compare(one.reason, other.reason),
    ),
  };
}

/** What an override is about, in the order of the file: NUL sorts before all that a name may hold. */
function keyOf({ at, fact }: Override): string {
  return `${at}\0${fact}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
