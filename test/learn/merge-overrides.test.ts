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

function samplesOf(...names: readonly string[]) {
  return { kind: "samples", names: new Set(names) } as const;
}

describe("merging what was learned", () => {
  it("keeps what people wrote", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const { overrides } = mergeOverrides(former, [learned], [{ kind: "types" }]);
        const byHand = former.filter(({ confidence }) => confidence === undefined || confidence === "written");
        expect(overrides).toEqual(expect.arrayContaining(byHand));
      }),
    );
  });

  it("holds each fact once, and of the source nothing that it does not say", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const { overrides } = mergeOverrides(former, [learned], [{ kind: "types" }]);
        expect(new Set(overrides.map(({ at, fact }) => `${at} ${fact}`)).size).toBe(overrides.length);
        for (const each of overrides) if (isLearnedFrom(each, { kind: "types" })) expect(learned).toContainEqual(each);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(file, fromTypes, (former, learned) => {
        const first = mergeOverrides(former, [learned], [{ kind: "types" }]);
        const second = mergeOverrides(first.overrides, [learned], [{ kind: "types" }]);
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
    expect(mergeOverrides([one], [[other]], [{ kind: "types" }])).toMatchObject({
      overrides: [other],
      changed: [other],
      conflicts: [{ kept: other, refused: one }],
    });
    expect(mergeOverrides([other], [[one]], [{ kind: "docs" }])).toMatchObject({
      overrides: [other],
      conflicts: [{ kept: other, refused: one }],
    });
  });

  it.each([
    ["openapi api.yaml#/a/b:1", { kind: "openapi", document: "api.yaml" }, true],
    ["openapi C#/api.yaml#/a", { kind: "openapi", document: "C#/api.yaml" }, true],
    ["openapi v2/api.yaml#/a", { kind: "openapi", document: "v1/api.yaml" }, false],
    ["openapi api.yaml.bak#/a", { kind: "openapi", document: "api.yaml" }, false],
    ["types api.yaml:1", { kind: "openapi", document: "api.yaml" }, false],
    ["samples Order/1.json:3:4", samplesOf("Order"), true],
    ["samples Order.json:3:4", samplesOf("Order.json"), true],
    ["samples Order/#1 at 10:20.json:3:4", samplesOf("Order"), true],
    ["samples a:5/1.json:3:4", samplesOf("a:5"), true],
    ["samples Order/old/1.json:3:4", samplesOf("Order"), false],
    ["samples Orders/1.json:3:4", samplesOf("Order"), false],
  ] as const)("renews what was learned from the source alone: of %s by %o: %s", (source, renewed, isRenewed) => {
    const former: Override = { at: "a.md#x", fact: "nullable", value: true, source, confidence: "stated" };
    const { dropped } = mergeOverrides([former], [], [renewed]);
    expect(dropped).toEqual(isRenewed ? [former] : []);
  });
});
