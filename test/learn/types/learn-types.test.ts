import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { learnFromTypes } from "../../../src/learn/types/learn-types.js";
import { printOverrides } from "../../../src/overrides/print-overrides.js";
import { differingModels } from "./same-types.js";
import { typeCases } from "./type-cases.js";

describe.each(typeCases)("the SDK of $name", ({ folder, pages, types }) => {
  const before = compile(pages);
  const { overrides, unmatched } = learnFromTypes(before.schema, types);
  const after = compile(pages, { overrides });

  it("says the expected facts", async () => {
    await expect(printOverrides(overrides)).toMatchFileSnapshot(join(folder, "modelmark.overrides.json"));
    expect(unmatched).toEqual([]);
  });

  it("has no more to say once they are applied, and no fact is applied in vain", () => {
    expect(learnFromTypes(after.schema, types)).toEqual({ overrides: [], unmatched: [] });
    const told = after.messages.filter(({ ruleId }) => ruleId?.endsWith("-override"));
    expect(told.map(String)).toEqual([]);
  });

  it("has the types that the outputs have then, as the compiler sees them", () => {
    expect(differingModels(before, folder)).not.toEqual([]);
    expect(differingModels(after, folder)).toEqual([]);
  });
});
