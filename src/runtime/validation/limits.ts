/** How many values may contain a value of a model that can contain itself: deeper ones, and cyclic ones, are refused. */
const maximumDepth = 1000;

/** How many values of such models one check may enter: values that share parts, and unions, could take it for ever. */
const maximumEntries = 10_000_000;

let entries = 0;

/** Whether a check may enter a value that `depth` values contain; the outermost one begins a new count. */
export function mayEnter(depth: number): boolean {
  entries = depth === 0 ? 0 : entries + 1;
  return depth <= maximumDepth && entries <= maximumEntries;
}
