import { makeBell } from "./bell.js";
import { type Difference, differences, isSame, type Sight } from "./sight.js";

/** What following changes needs of the file system, of git and of the clock. */
export interface World {
  readonly look: () => Sight;
  /** Rings at each later change, until what it gives is called. */
  readonly listen: (ring: () => void) => Promise<() => Promise<void>>;
  /** Whether somebody is in the middle of changing many files. */
  readonly isBusy: () => boolean;
  /** Rejects where the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Milliseconds without a change after which files are taken to be as somebody wants them. */
export const quiet = {
  usual: 100,
  /** Where pages went: they may come back, and their outputs would be deleted. */
  gone: 500,
} as const;

/**
 * Makes the outputs what the pages say, at first without a change; gives whether it did, and not where files have
 * changed since it read them.
 */
export type Cycle = (changes: readonly Difference[] | undefined, isOutdated: () => boolean) => Promise<boolean>;

/** That configuration files changed. */
export interface Reconfiguration {
  /** What the outputs stand for, with the configuration files as they are now. */
  readonly seen: Sight;
  readonly configs: readonly Difference[];
}

/**
 * Runs a cycle at each change of pages, one after the other, until the configuration changes. The first is due at once
 * where nothing was seen before. Rejects where the signal is aborted.
 */
export async function followPages(
  world: World,
  before: Sight | undefined,
  cycle: Cycle,
  signal: AbortSignal,
): Promise<Reconfiguration> {
  let seen = before;
  for (;;) {
    const now = await settled(world, seen, signal);
    const configs = seen ? differences(seen.configs, now.configs) : [];
    if (seen && configs.length > 0) return { seen: { ...seen, configs: now.configs }, configs };
    const changes = seen && differences(seen.pages, now.pages);
    const bell = makeBell();
    // Watchers go blind where folders are swapped for others: each turn has a new one.
    const deafen = await world.listen(bell.ring);
    try {
      const isOutdated = (): boolean => !isSame(now, world.look());
      if (isOutdated()) continue;
      const isDue = changes === undefined || changes.length > 0;
      if (isDue && !(await cycle(changes, isOutdated))) continue;
      seen = now;
      if (!isOutdated()) await bell.heard(signal);
    } finally {
      await deafen();
    }
  }
}

/** What is there once nothing changes any more. */
async function settled(world: World, former: Sight | undefined, signal: AbortSignal): Promise<Sight> {
  let before = world.look();
  for (;;) {
    await world.sleep(isAnyGone(former, before) ? quiet.gone : quiet.usual, signal);
    const busy = world.isBusy();
    const now = world.look();
    if (!busy && isSame(before, now)) return now;
    before = now;
  }
}

function isAnyGone(former: Sight | undefined, now: Sight): boolean {
  return former !== undefined && [...former.pages.keys()].some((page) => !now.pages.has(page));
}
