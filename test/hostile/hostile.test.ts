import { describe, expect, it } from "vitest";
import { trials } from "./trials.js";

const seed = Number(process.env["MODELMARK_SEED"] ?? 20261125);

describe("what strangers may try; `npm run test:hostile` tries more of it", () => {
  const named = trials.map((trial) => [trial.name, trial.promise, trial] as const);

  it.each(named)("%s: %s", { timeout: 600_000 }, async (_name, _promise, trial) => {
    const outcome = await trial.run({ cases: trial.cases.suite, seed, tell: () => undefined });
    expect(outcome.failures).toEqual([]);
    expect(outcome.cases).toBeGreaterThan(0);
  });
});
