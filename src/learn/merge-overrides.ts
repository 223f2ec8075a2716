import type { Confidence, Override } from "../overrides/override.js";
import type { SameFact } from "./same-fact.js";

/** What facts are learned from. */
export type SourceKind = "types" | "openapi" | "docs" | "samples";

/** A fact that a source says, where another one says otherwise. */
export interface Conflict {
  readonly kept: Override;
  readonly refused: Override;
}

/** What becomes of a file of overrides. */
export interface Merge {
  /** All that the file holds from now on. */
  readonly overrides: readonly Override[];
  readonly added: readonly Override[];
  readonly changed: readonly Override[];
  /** Learned before, and no longer said by their source, or said by the pages by now. */
  readonly dropped: readonly Override[];
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
}

/** A source that is asked again: of types and of another language's pages there is one, a document has its name, payloads their files and folders. */
export type Renewed =
  | { readonly kind: "types" | "docs" }
  | { readonly kind: "openapi"; readonly document: string }
  | { readonly kind: "samples"; readonly names: ReadonlySet<string> };

/** Whether a fact was learned from a source: its `source` begins with the kind and a name. What people wrote was not learned. */
export function isLearnedFrom({ source, confidence }: Override, renewed: Renewed): boolean {
  if (rankOf({ confidence }) === 0 || !source?.startsWith(`${renewed.kind} `)) return false;
  const said = source.slice(renewed.kind.length + 1);
  switch (renewed.kind) {
    case "types":
    case "docs":
      return true;
    case "openapi":
      return said.startsWith(`${renewed.document}#`);
    case "samples": {
      const file = said.replace(/:\d+:\d+$/, "");
      return renewed.names.has(file) || renewed.names.has(folderOf(file));
    }
  }
}

/** The folder of a file that a fact names; empty where it has none. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

/** The overrides of a file that stay whatever such sources say now: what people wrote, and what others said. */
export function lasting(overrides: readonly Override[], renewed: readonly Renewed[]): readonly Override[] {
  return overrides.filter((override) => !renewed.some((each) => isLearnedFrom(override, each)));
}

/** The facts that people have not decided otherwise by hand. */
export function undecided(learned: readonly Override[], overrides: readonly Override[]): readonly Override[] {
  const decided = new Set(overrides.filter((override) => rankOf(override) === 0).map(keyOf));
  return learned.filter((override) => !decided.has(keyOf(override)));
}

/** From the surest on. */
const order: readonly Confidence[] = ["written", "stated", "inferred", "observed"];

/** People need not say how sure they are. */
function rankOf({ confidence = "written" }: Pick<Override, "confidence">): number {
  return order.indexOf(confidence);
}

/**
 * Renews what was learned from such sources; of two facts the surer one stays, and of two that are as sure the first.
 * `unread`: parts of sources that could not be read, as facts name them, and `wrongPages`, by path; what was said of either before stays. `isSame`: whether two
 * facts about one thing are no conflict.
 */
export function mergeOverrides(
  former: readonly Override[],
  learned: readonly (readonly Override[])[],
  renewed: readonly Renewed[],
  unread: readonly string[] = [],
  wrongPages: readonly string[] = [],
  isSame: SameFact = isSameFact,
): Merge {
  const isUnread = ({ at, source = "" }: Override): boolean =>
    unread.some((part) => source.startsWith(`${part}:`)) ||
    wrongPages.some((page) => at === page || at.startsWith(`${page}#`));
  const kept = [...lasting(former, renewed), ...former.filter(isUnread)];
  const merged = new Map(kept.map((override) => [keyOf(override), override]));
  const conflicts: Conflict[] = [];
  for (const override of learned.flat()) {
    const key = keyOf(override);
    const other = merged.get(key);
    const isSurer = other === undefined || rankOf(override) < rankOf(other);
    if (isSurer) merged.set(key, override);
    if (other && !isSame(other, override)) {
      conflicts.push(isSurer ? { kept: override, refused: other } : { kept: other, refused: override });
    }
  }
  return { ...differences(former, merged), conflicts };
}

function differences(former: readonly Override[], merged: ReadonlyMap<string, Override>): Omit<Merge, "conflicts"> {
  const before = new Map(former.map((override) => [keyOf(override), override]));
  const overrides = [...merged.values()];
  const isNew = (override: Override): boolean => !before.has(keyOf(override));
  const isAsBefore = (override: Override): boolean =>
    JSON.stringify(plain(override)) === JSON.stringify(plain(before.get(keyOf(override))));
  const added = overrides.filter(isNew);
  const changed = overrides.filter((override) => !isNew(override) && !isAsBefore(override));
  return {
    overrides,
    added,
    changed,
    dropped: former.filter((override) => !merged.has(keyOf(override))),
    unchanged: overrides.length - added.length - changed.length,
  };
}

/** What the file holds of an override, in a fixed order. */
function plain(override: Override | undefined): readonly unknown[] {
  return override ? [override.value, override.source, override.confidence] : [];
}

function isSameFact(one: Override, other: Override): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** Of two overrides with one key only one can hold. */
function keyOf({ at, fact }: Override): string {
  return `${at}\0${fact}`;
}
