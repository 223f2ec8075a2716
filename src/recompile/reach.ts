import { adviseNulls, type OptionalTally, sumTallies, tallyOptional } from "../evidence/optional-nulls.js";
import type { Model, ModelId } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { findRecursive } from "../model/recursion.js";
import { idsOf, type Roster } from "./roster.js";
import { ensure } from "./whole-needed.js";

/**
 * Throws `WholeNeeded` where edited models refer to others than before in a way that reaches further than their own outputs.
 * `isReachTold`: whether a rule tells of models that nothing refers to.
 */
export function ensureSameCircles(
  roster: Roster,
  edited: ReadonlyMap<ModelId, Model<ModelId>>,
  isReachTold: boolean,
): void {
  const { notes, byId, ids, numbers, recursive } = roster;
  const rewired = [...edited].filter(([id, model]) => {
    const before = [...(byId.get(id)?.references ?? [])].sort();
    return JSON.stringify([...numbers(new Set(modelReferences(model)))].sort()) !== JSON.stringify(before);
  });
  if (rewired.length === 0) return;
  ensure(!isReachTold, "other pages may be what nothing leads to");
  // Members of a bare union are pages that nothing else refers to.
  ensure(!notes.hasBare, "other pages may be what nothing refers to");
  for (const [, model] of rewired) {
    const holdsUnion = modelReferences(model).some((id) => byId.get(id)?.kind === "union");
    ensure(model.kind !== "union" || !holdsUnion, "unions may be members of themselves");
  }
  const edges = new Map(ids.map((id, at) => [id, idsOf(notes.models[at]?.references ?? [], ids)]));
  for (const [id, model] of rewired) edges.set(id, modelReferences(model));
  const now = findRecursive(edges);
  ensure(now.size === recursive.size && [...now].every((id) => recursive.has(id)), "other models reach themselves");
}

/** Throws `WholeNeeded` where edited examples show other nulls than before, of which a rule tells once for all pages. */
export function ensureSameNulls({ notes, byId }: Roster, edited: ReadonlyMap<ModelId, Model<ModelId>>): void {
  const before = notes.models.map(({ optional }) => optional);
  const now = [...byId].map(([id, { optional }]) => tallyOf(edited.get(id), optional));
  const isTold = [before, now].some((tallies) => adviseNulls(sumTallies(tallies)) !== undefined);
  const isSame = before.every(({ shown, nulls }, at) => shown === now[at]?.shown && nulls === now[at]?.nulls);
  ensure(!isTold || isSame, "examples show other shares of null");
}

function tallyOf(edited: Model<ModelId> | undefined, before: OptionalTally): OptionalTally {
  return edited ? tallyOptional(edited) : before;
}

/** The models whose files may be other ones where models have changed: what was made with them, at one remove where it is a union. */
export function findAffected({ notes, ids, numbers }: Roster, changed: ReadonlySet<ModelId>): readonly ModelId[] {
  const isMadeWith = (at: number, models: ReadonlySet<number>): boolean =>
    models.has(at) || (notes.models[at]?.consulted.some((each) => models.has(each)) ?? false);
  const first = new Set(numbers(changed));
  // A union is tagged by what its members hold, so that it may have changed with them.
  const unions = ids.flatMap((_, at) => (notes.models[at]?.kind === "union" && isMadeWith(at, first) ? [at] : []));
  const all = new Set([...first, ...unions]);
  return ids.filter((_, at) => isMadeWith(at, all));
}
