import { printable } from "../printable.js";
import type { Difference } from "./sight.js";

/** Says what made a cycle: `components/pet.md changed`, or `12 files changed, 1 is new`. */
export function causeOf(changes: readonly Difference[]): string {
  const [first, second] = changes;
  if (first && !second) return `${printable(first.path)} ${verbs[first.kind].one}`;
  const counts = kinds.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }));
  const present = counts.filter(({ count }) => count > 0);
  const parts = present.map(({ kind, count }, index) => {
    const noun = index > 0 ? "" : count === 1 ? " file" : " files";
    return `${count}${noun} ${verbs[kind][count === 1 ? "one" : "many"]}`;
  });
  return parts.join(", ");
}

const kinds = ["changed", "new", "gone"] as const;

const verbs = {
  changed: { one: "changed", many: "changed" },
  new: { one: "is new", many: "are new" },
  gone: { one: "is gone", many: "are gone" },
} as const;
