import type { ModelId } from "../model/model.js";
import type { ModelIndex } from "./model-index.js";

/** What a link leads to. */
export type Resolution =
  /** `misplaced`: the path is wrong, and one page alone can be meant. */
  | { readonly kind: "model"; readonly id: ModelId; readonly misplaced?: true }
  /** More than one page fits; `id` is that of the nearest, where one is nearest. */
  | { readonly kind: "ambiguous"; readonly id?: ModelId; readonly candidates: readonly string[] }
  | { readonly kind: "dangling" }
  /** The link climbs out of the docs root and does not come back. */
  | { readonly kind: "outside" };

/** Of more candidates than this none is nearest: to compare them all for each link would take too long. */
const mostCompared = 100;

/** The candidate that shares most folders with the page. */
export function nearest(page: string, candidates: readonly string[], index: ModelIndex): Resolution {
  const [only] = candidates;
  if (only === undefined) return { kind: "dangling" };
  if (candidates.length === 1) return modelAt(only, index);
  if (candidates.length > mostCompared) return { kind: "ambiguous", candidates };
  const scored = candidates.map((candidate) => ({ candidate, shared: sharedStart(page, candidate) }));
  const most = scored.reduce((longest, { shared }) => Math.max(longest, shared), 0);
  const best = scored.filter(({ shared }) => shared === most);
  const id = best.length === 1 && best[0] ? index.byPage.get(best[0].candidate) : undefined;
  return { kind: "ambiguous", candidates, ...(id === undefined ? {} : { id }) };
}

function sharedStart(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  let length = 0;
  while (length < left.length - 1 && left[length] === right[length]) length += 1;
  return length;
}

/** The model of a page. */
export function modelAt(page: string, index: ModelIndex): Resolution {
  const id = index.byPage.get(page);
  return id === undefined ? { kind: "dangling" } : { kind: "model", id };
}
