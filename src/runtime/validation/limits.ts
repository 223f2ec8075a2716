/** How many values may contain a value of a model that can contain itself: deeper ones, and cyclic ones, are refused. */
const maximumDepth = 1000;

/** How many values of such models one check may enter: values that share parts, and unions, could take it for ever. */
const maximumEntries = 10_000_000;

/** How many values one search for issues may look into, each of which it holds against those that contain it. */
const maximumSearches = 100_000;

let entries = 0;
let searches = 0;

/** The depth of the outermost value, where a new check begins. */
export function rootDepth(): number {
  entries = 0;
  searches = 0;
  return 0;
}

/** Whether a search may look into one more value. */
export function maySearch(): boolean {
  searches += 1;
  return searches <= maximumSearches;
}

/** Whether a check may enter a value that `depth` values contain. */
export function mayEnter(depth: number): boolean {
  entries += 1;
  return depth <= maximumDepth && entries <= maximumEntries;
}
