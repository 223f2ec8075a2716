import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLearnedFrom, mergeOverrides } from "../../src/learn/merge-overrides.js";
import type { Override } from "../../src/overrides/override.js";

const override: fc.Arbitrary<Override> = fc.record({
  at: fc.constantFrom("a.md#x", "a.md#y", "b.md#x"),
  fact: fc.constantFrom("nullable" as const, "required" as const),
  value: fc.boolean(),
  source: fc.constantFrom(undefined, "types a.ts:1", "openapi api.yaml#/a", "docs a.md:1"),
  confidence: fc.constantFrom(undefined, "written" as const, "stated" as const, "inferred" as const),
});
const file = fc.uniqueArray(override, { selector: ({ at, fact }) => `${at} ${fact}` });
const fromTypes = file.map((all) =>
  all.map((each): Override => ({ ...each, source: "types a.ts:1", confidence: "stated" })),
);

describe("merging what was learned", () => {
  it("keeps what people wrote", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const { overrides } = mergeOverrides(former, [learned], ["types"]);
        const byHand = former.filter(({ confidence }) => confidence === undefined || confidence === "written");
        expect(overrides).toEqual(expect.arrayContaining(byHand));
      }),
    );
  });

  it("holds each fact once, and of the source nothing that it does not say", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const { overrides } = mergeOverrides(former, [learned], ["types"]);
        expect(new Set(overrides.map(({ at, fact }) => `${at} ${fact}`)).size).toBe(overrides.length);
        for (const each of overrides) if (isLearnedFrom(each, "types")) expect(learned).toContainEqual(each);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const first = mergeOverrides(former, [learned], ["types"]);
        const second = mergeOverrides(first.overrides, [learned], ["types"]);
        expect(second).toMatchObject({ added: [], changed: [], dropped: [], unchanged: first.overrides.length });
      }),
    );
  });

  it("tells of each fact that is said in two ways", () => {
    const one: Override = {
      at: "a.md#x",
      fact: "nullable",
      value: true,
      source: "docs a.md:1",
      confidence: "inferred",
    };
    const other: Override = { ...one, value: false, source: "types a.ts:1", confidence: "stated" };
    expect(mergeOverrides([one], [[other]], ["types"])).toMatchObject({
      overrides: [other],
      changed: [other],
      conflicts: [{ kept: other, refused: one }],
    });
    expect(mergeOverrides([other], [[one]], ["docs"])).toMatchObject({
      overrides: [other],
      conflicts: [{ kept: other, refused: one }],
    });
  });
});
