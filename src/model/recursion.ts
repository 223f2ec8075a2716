import type { ModelId } from "./model.js";

/**
 * The models whose values can be nested without end: those that can reach themselves, and those on the way from one of
 * them to another.
 */
export function findRecursive(edges: ReadonlyMap<ModelId, readonly ModelId[]>): ReadonlySet<ModelId> {
  const circular = new Set(findCircles(edges).flat());
  if (circular.size === 0) return circular;
  const leading = new Set(circular);
  collect(circular, reverse(edges), leading);
  const reached = new Set(circular);
  return new Set([...circular, ...collect(circular, edges, reached).filter((id) => leading.has(id))]);
}

/** The models that can reach one another: strongly connected components of several, or of one with an own edge. */
export function findCircles(edges: ReadonlyMap<ModelId, readonly ModelId[]>): readonly (readonly ModelId[])[] {
  const order = finishOrder(edges);
  const reversed = reverse(edges);
  const circles: (readonly ModelId[])[] = [];
  const seen = new Set<ModelId>();
  for (const root of order.toReversed()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const component = collect([root], reversed, seen);
    if (component.length > 1 || edges.get(root)?.includes(root)) circles.push(component);
  }
  return circles;
}

/** The models in the order in which a depth-first walk leaves them; without recursion, since chains are long. */
export function finishOrder(edges: ReadonlyMap<ModelId, readonly ModelId[]>): readonly ModelId[] {
  const finished: ModelId[] = [];
  const seen = new Set<ModelId>();
  for (const root of edges.keys()) {
    const stack = seen.has(root) ? [] : [{ id: root, next: 0 }];
    seen.add(root);
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const target = edges.get(frame.id)?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        finished.push(frame.id);
        stack.pop();
      } else if (!seen.has(target)) {
        seen.add(target);
        stack.push({ id: target, next: 0 });
      }
    }
  }
  return finished;
}

function reverse(edges: ReadonlyMap<ModelId, readonly ModelId[]>): ReadonlyMap<ModelId, readonly ModelId[]> {
  const reversed = new Map<ModelId, ModelId[]>([...edges.keys()].map((id) => [id, []]));
  for (const [from, targets] of edges) for (const to of targets) reversed.get(to)?.push(from);
  return reversed;
}

/** Models, and those that they lead to and that were not seen before. */
function collect(
  roots: Iterable<ModelId>,
  edges: ReadonlyMap<ModelId, readonly ModelId[]>,
  seen: Set<ModelId>,
): readonly ModelId[] {
  const found = [...roots];
  // The list grows under its own iteration.
  for (const id of found) {
    for (const target of edges.get(id) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      found.push(target);
    }
  }
  return found;
}
