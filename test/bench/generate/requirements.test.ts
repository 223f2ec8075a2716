import { expect, it } from "vitest";
import { judge } from "./requirements.js";
import { sampleFigures, withoutContestant } from "./sample-figures.js";

function verdicts(figures: typeof sampleFigures): Readonly<Record<string, readonly [number | undefined, boolean]>> {
  return Object.fromEntries(judge(figures).map(({ requirement, value, met }) => [requirement.id, [value, met]]));
}

it("finds each figure within its rounds and takes a bound as met", () => {
  expect(verdicts(sampleFigures)).toEqual({
    coldToPlainDesign: [0.4, true],
    coldToHeyApi: [0.5, true],
    modelsPerSecondToOpenapiTypescript: [1.2, true],
    noOpToNode: [2, true],
    noOpTenfoldToNode: [6, true],
    editedPageToNode: [4, true],
    peakMegabytesTenfold: [400, true],
    growth: [11, true],
    checkStagedToNode: [2.5, true],
  });
});

it("takes what is beyond the bound as missed", () => {
  const slower = sampleFigures.results.map((result) => {
    if (result.id !== "cold" || result.outcome.kind !== "measured") return result;
    const { milliseconds, megabytes } = result.outcome;
    const outcome = {
      kind: "measured" as const,
      milliseconds: milliseconds.map((time) => time * 1.3),
      megabytes: megabytes.map((memory) => memory + 1),
    };
    return { ...result, outcome };
  });
  const missed = judge({ ...sampleFigures, results: slower }).filter(({ met }) => !met);
  expect(missed.map(({ requirement }) => requirement.id)).toEqual([
    "coldToPlainDesign",
    "coldToHeyApi",
    "modelsPerSecondToOpenapiTypescript",
    "peakMegabytesTenfold",
  ]);
});

it("takes what was not measured as missed", () => {
  const found = verdicts(withoutContestant("checkStaged", "there is no such flag"));
  expect(found["checkStagedToNode"]).toEqual([undefined, false]);
});

it("compares no rates where nobody counted the schemas", () => {
  const found = verdicts({ ...sampleFigures, schemas: undefined });
  expect(found["modelsPerSecondToOpenapiTypescript"]).toEqual([undefined, false]);
});
