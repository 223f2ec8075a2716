import { describe, expect, it } from "vitest";
import { corpusProofs, fixtureProofs, provenCorpora } from "./proof-case.js";
import { proveAgreement } from "./proofs.js";

const timeout = 400_000;

describe("guards of the fixtures", () => {
  it("take what the compiler takes and what the reference takes, and nothing else", { timeout }, async () => {
    const { models, disagreements, misjudged } = await proveAgreement(fixtureProofs());
    expect(disagreements).toEqual([]);
    expect(misjudged).toEqual([]);
    expect(models).toBeGreaterThan(300);
  });
});

// Pages of real SDKs stand beside the repository where its makers work; elsewhere the name of the test says what is left out.
describe.each(provenCorpora)("guards of %s", (name) => {
  const [proof] = corpusProofs([name]);

  it.runIf(proof)("take what compiler and reference take, and nothing else", { timeout }, async () => {
    const { disagreements, misjudged } = await proveAgreement(proof ? [proof] : []);
    expect(disagreements).toEqual([]);
    expect(misjudged).toEqual([]);
  });
});
