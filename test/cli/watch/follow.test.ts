import { describe, expect, it, vi } from "vitest";
import { type Cycle, followPages, quiet, type World } from "../../../src/cli/watch/follow.js";
import type { Difference, Sight } from "../../../src/cli/watch/sight.js";

describe("following pages", () => {
  it("runs the first cycle without a change", async () => {
    const { cycles } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toEqual([undefined]));
  });

  it("runs a cycle at each change, and says what changed since the last", async () => {
    const { cycles, change } = follow({ "a.md": "1", "b.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    change({ "a.md": "2", "c.md": "1", "b.md": undefined });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(cycles[1]).toEqual([
      { path: "a.md", kind: "changed" },
      { path: "c.md", kind: "new" },
      { path: "b.md", kind: "gone" },
    ]);
  });

  it("waits until a storm is over, and runs one cycle", async () => {
    const { cycles, change, whileAsleep, slept } = follow({ "a.md": "0" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    for (let step = 1; step <= 50; step += 1) whileAsleep(() => change({ [`${step % 7}.md`]: `${step}` }));
    change({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(cycles[1]).toHaveLength(8);
    expect(slept()).toBeGreaterThanOrEqual(51 * quiet.usual);
  });

  it("waits longer where pages are gone, and does nothing where they come back as they were", async () => {
    const { cycles, change, whileAsleep, slept } = follow({ "a.md": "1", "b.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    const before = slept();
    whileAsleep(() => change({ "a.md": "1" }));
    change({ "a.md": undefined });
    await vi.waitFor(() => expect(slept()).toBe(before + quiet.gone + quiet.usual));
    change({ "b.md": "2" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(cycles[1]).toEqual([{ path: "b.md", kind: "changed" }]);
  });

  it("waits while somebody is busy", async () => {
    const { cycles, change, whileAsleep, setBusy } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    setBusy(true);
    for (let step = 0; step < 20; step += 1) whileAsleep(() => expect(cycles).toHaveLength(1));
    whileAsleep(() => setBusy(false));
    change({ "a.md": "2" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
  });

  it("never runs two cycles at once, and one more where changes come during one", async () => {
    const gates: (() => void)[] = [];
    let [running, most] = [0, 0];
    const { cycles, change } = follow({ "a.md": "1" }, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => gates.push(resolve));
      running -= 1;
      return true;
    });
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    for (const stamp of ["2", "3", "4"]) change({ "a.md": stamp });
    gates[0]?.();
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.();
    change({ "b.md": "1" });
    await vi.waitFor(() => expect(gates).toHaveLength(3));
    expect(most).toBe(1);
    expect(cycles.slice(1)).toEqual([[{ path: "a.md", kind: "changed" }], [{ path: "b.md", kind: "new" }]]);
  });

  it("runs again, with all changes, where a cycle was of no use", async () => {
    const uses = [true, false, true];
    const { cycles, change } = follow({ "a.md": "1" }, async () => uses.shift() ?? true);
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    change({ "a.md": "2" });
    await vi.waitFor(() => expect(cycles).toHaveLength(3));
    expect(cycles[2]).toEqual([{ path: "a.md", kind: "changed" }]);
  });

  it("tells a cycle when what it read is outdated", async () => {
    const told: boolean[] = [];
    const { change, cycles } = follow({ "a.md": "1" }, async (_changes, isOutdated) => {
      told.push(isOutdated());
      if (told.length === 1) change({ "a.md": "2" });
      told.push(isOutdated());
      return true;
    });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(told).toEqual([false, true, false, false]);
  });

  it("does nothing where the watcher wakes it for nothing", async () => {
    const { cycles, change, ring } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    for (let step = 0; step < 10; step += 1) ring();
    change({ "b.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    ring();
    change({ "c.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(3));
  });

  it("sees what changed while the watcher started", async () => {
    const { cycles, change, whileListening } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    whileListening(() => change({ "b.md": "1" }));
    change({ "a.md": "2" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(cycles[1]).toHaveLength(2);
  });

  it("has one watcher at a time, and a new one at each turn", async () => {
    const { cycles, change, listeners } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    change({ "a.md": "2" });
    await vi.waitFor(() => expect(cycles).toHaveLength(2));
    expect(listeners).toMatchObject({ begun: 2, most: 1 });
  });

  it("ends where the configuration changes, and keeps the pages that changed with it for the next cycle", async () => {
    const { cycles, change, ended } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    change({ "a.md": "2", "/modelmark.config.ts": "1" });
    const { seen, configs } = await ended;
    expect(configs).toEqual([{ path: "/modelmark.config.ts", kind: "new" }]);
    expect(Object.fromEntries(seen.pages)).toEqual({ "a.md": "1" });
    expect(Object.fromEntries(seen.configs)).toEqual({ "/modelmark.config.ts": "1" });
    expect(cycles).toHaveLength(1);
  });

  it("ends with its watcher where it is interrupted", async () => {
    const { cycles, interrupt, ended, listeners } = follow({ "a.md": "1" });
    await vi.waitFor(() => expect(cycles).toHaveLength(1));
    interrupt();
    await expect(ended).rejects.toThrow();
    expect(listeners.now).toBe(0);
  });
});

/** Follows pages of a file system, a clock and a watcher that a test moves by hand. */
function follow(files: Readonly<Record<string, string>>, work: Cycle = async () => true) {
  const stamps = new Map(Object.entries(files));
  const listeners = { now: 0, most: 0, begun: 0 };
  const naps: (() => void)[] = [];
  const starts: (() => void)[] = [];
  const cycles: (readonly Difference[] | undefined)[] = [];
  const interruption = new AbortController();
  let [slept, busy, ring] = [0, false, (): void => undefined];
  const world: World = {
    look: () => sightOf(stamps),
    isBusy: () => busy,
    sleep: async (milliseconds) => {
      slept += milliseconds;
      naps.shift()?.();
    },
    listen: async (wake) => {
      starts.shift()?.();
      ring = wake;
      listeners.begun += 1;
      listeners.now += 1;
      listeners.most = Math.max(listeners.most, listeners.now);
      return async () => {
        listeners.now -= 1;
      };
    },
  };
  const cycle: Cycle = async (changes, isOutdated) => {
    cycles.push(changes);
    return await work(changes, isOutdated);
  };
  const change = (changed: Readonly<Record<string, string | undefined>>): void => {
    for (const [file, stamp] of Object.entries(changed)) {
      if (stamp === undefined) stamps.delete(file);
      else stamps.set(file, stamp);
    }
    ring();
  };
  const ended = followPages(world, undefined, cycle, interruption.signal);
  ended.catch(() => undefined);
  return {
    cycles,
    listeners,
    ended,
    change,
    ring: () => ring(),
    /** What happens while the next one sleeps. */
    whileAsleep: (happens: () => void) => naps.push(happens),
    whileListening: (happens: () => void) => starts.push(happens),
    slept: () => slept,
    setBusy: (value: boolean) => {
      busy = value;
    },
    interrupt: () => interruption.abort(),
  };
}

function sightOf(stamps: ReadonlyMap<string, string>): Sight {
  const entries = [...stamps];
  return {
    pages: new Map(entries.filter(([file]) => !file.startsWith("/"))),
    folders: new Map(),
    configs: new Map(entries.filter(([file]) => file.startsWith("/"))),
  };
}
