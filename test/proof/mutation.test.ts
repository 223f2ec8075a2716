import { describe, expect, it } from "vitest";
import type { Mutation } from "./mutation.js";
import { corpusProofs, fixtureProofs, provenCorpora } from "./proof-case.js";
import { mutateCorpus, mutateFixtures } from "./proofs.js";

const timeout = 400_000;

/** The least share of the changes of guards that must be told. */
const leastKilled = 0.95;

function expectKilled({ mutants, killed, survivors, misjudged }: Mutation): void {
  expect(misjudged).toEqual([]);
  expect(mutants).toBeGreaterThan(0);
  expect(killed / mutants, survivors.join("\n")).toBeGreaterThanOrEqual(leastKilled);
}

describe("changes of guards are told by the reference", () => {
  it("in the fixtures", { timeout }, () => {
    expectKilled(mutateFixtures(fixtureProofs()));
  });

  // Pages of real SDKs stand beside the repository where its makers work.
  describe.each(provenCorpora)("in %s", (name) => {
    const [proof] = corpusProofs([name]);

    it.runIf(proof)("in forty models that differ", { timeout }, () => {
      if (proof) expectKilled(mutateCorpus(proof));
    });
  });
});
