import { expect, it } from "vitest";
import type { ContestantId } from "./contestants.js";
import { type Contestant, type Heat, type Measure, runHeat } from "./heat.js";

const silent = (): void => undefined;

function contestantOf(id: ContestantId): Contestant {
  return { id, size: "once", setUp: () => ({ args: [id], cwd: "." }) };
}

function heatOf(contestants: readonly Contestant[], watched: Heat["watched"] = "every run"): Heat {
  return { title: "a heat", contestants, watched };
}

it("starts each round with another and does not count the one that warms up", () => {
  const order: string[] = [];
  const measure: Measure = ({ args }) => {
    order.push(args.join());
    return { milliseconds: order.length };
  };
  const results = runHeat(heatOf([contestantOf("start"), contestantOf("noOp")]), 2, measure, silent);
  expect(order).toEqual(["start", "noOp", "noOp", "start", "start", "noOp"]);
  expect(results.map(({ outcome }) => outcome)).toEqual([
    { kind: "measured", milliseconds: [4, 5], megabytes: [] },
    { kind: "measured", milliseconds: [3, 6], megabytes: [] },
  ]);
});

it("watches the memory of short runs while they warm up alone", () => {
  const watches: boolean[] = [];
  const measure: Measure = (_, watched) => {
    watches.push(watched);
    return { milliseconds: 1, ...(watched ? { megabytes: 40 } : {}) };
  };
  const results = runHeat(heatOf([contestantOf("start")], "warm-up"), 2, measure, silent);
  expect(watches).toEqual([true, false, false]);
  expect(results[0]?.outcome).toMatchObject({ megabytes: [40] });
});

it("leaves out who fails once, with the reason, and goes on with the others", () => {
  let calls = 0;
  const measure: Measure = ({ args }) => {
    calls += 1;
    if (args[0] === "kubb") throw new Error("exit code 1: no document");
    return { milliseconds: 1 };
  };
  const results = runHeat(heatOf([contestantOf("kubb"), contestantOf("start")]), 2, measure, silent);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(["failed", "measured"]);
  expect(results[0]?.outcome).toEqual({ kind: "failed", why: "exit code 1: no document" });
  expect(calls).toBe(4);
});

it.each([
  ["there is nothing to run", "unavailable", () => ({ unavailable: "no such flag" })],
  ["setting up fails", "failed", () => fail("no such flag")],
] as const)("leaves out where %s", (_, kind, setUp) => {
  const [result] = runHeat(heatOf([{ ...contestantOf("checkStaged"), setUp }]), 1, () => fail("it ran"), silent);
  expect(result?.outcome).toEqual({ kind, why: "no such flag" });
});

function fail(message: string): never {
  throw new Error(message);
}
