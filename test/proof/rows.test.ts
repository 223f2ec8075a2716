import { describe, expect, it } from "vitest";
import { corpusProofs, fixtureProofs, provenCorpora } from "./proof-case.js";
import { proveRows } from "./rows.js";

const timeout = 120_000;

describe("a field that is broken is told once, at its path, with the row of its page", () => {
  it("in every model of the fixtures", { timeout }, () => {
    const found = fixtureProofs().map(proveRows);
    expect(found.flatMap(({ untold }) => untold)).toEqual([]);
    expect(found.reduce((sum, { breaches }) => sum + breaches, 0)).toBeGreaterThan(500);
  });

  // Pages of real SDKs stand beside the repository where its makers work.
  describe.each(provenCorpora)("in every model of %s", (name) => {
    const [proof] = corpusProofs([name]);

    it.runIf(proof)("of its pages", { timeout }, () => {
      expect(proof && proveRows(proof).untold).toEqual([]);
    });
  });
});
