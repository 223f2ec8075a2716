import { describe, expect, it } from "vitest";
import { corpora, readDocs } from "../corpus/corpora.js";
import { judgeEvidence, readTruth } from "./judge-evidence.js";

const judged = corpora.flatMap(({ name, docs, truth }) => (truth === undefined ? [] : [{ name, docs, truth }]));

/** The least number of nulls that the examples of an SDK prove. */
const proven: Readonly<Record<string, number>> = {
  "polar-typescript": 119,
  "openrouter-typescript": 110,
  "dub-typescript": 62,
  "censys-typescript": 4,
  "intuned-typescript": 3,
  "vercel-typescript-2024": 3,
};

// Real pages stand beside the repository where its makers work; elsewhere there is nothing to hold examples against.
describe.skipIf(judged.length === 0)("what examples of real pages prove", () => {
  it.each(judged)(
    "is true of $name: every null, and nothing else is found",
    ({ name, docs, truth }) => {
      const facts = judgeEvidence(readDocs(docs), readTruth(truth));
      expect(facts.filter(({ verdict }) => verdict !== "true")).toEqual([]);
      expect(facts.length).toBeGreaterThanOrEqual(proven[name] ?? 0);
    },
    120_000,
  );
});
