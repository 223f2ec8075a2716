import { randomFrom } from "../load/page-sets.js";

/** Items in an order that a seed decides; every one of them, where so many are asked for. */
export function chosenOf<Item>(items: readonly Item[], most: number, seed: number): readonly Item[] {
  if (most >= items.length) return items;
  const random = randomFrom(seed);
  const ranked = items.map((item) => ({ item, rank: random() }));
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ item }) => item);
}

/** Does a work for each item, with as many workers at once as there are; what it gives comes in the order of the items. */
export async function forEachOf<Item, Worker, Result>(
  items: readonly Item[],
  workers: readonly Worker[],
  work: (item: Item, worker: Worker) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const workAll = async (worker: Worker): Promise<void> => {
    for (const [at, item] of entries) results[at] = await work(item, worker);
  };
  await Promise.all(workers.map(workAll));
  return results;
}
