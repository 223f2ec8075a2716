import { describe, expect, it } from "vitest";
import { trials } from "./trials.js";

const seed = Number(process.env["MODELMARK_SEED"] ?? 20261125);

describe("what strangers may try; `npm run test:hostile` tries more of it", () => {
  it.each(trials)("$name: $promise", { timeout: 600_000 }, async (trial) => {
    const outcome = await trial.run({ cases: trial.cases.suite, seed, tell: () => undefined });
    expect(outcome.failures).toEqual([]);
    expect(outcome.cases).toBeGreaterThan(0);
  });
});
