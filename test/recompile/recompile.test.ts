import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overrideSeed, overridesOf } from "../overrides/random-overrides.js";
import { followEdits } from "./agreement.js";
import { pageEdit } from "./page-edits.js";
import { neighbours, overridableOn, ownPages } from "./page-sets.js";

const steps = fc.array(fc.array(pageEdit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });

describe("recompiling edited pages", () => {
  it.each([ownPages, ...neighbours(40).filter((_, at) => at % 6 === 0)])(
    "makes of $name what compiling all of them makes",
    ({ pages }) => {
      let recompiled = 0;
      fc.assert(
        fc.property(steps, fc.array(overrideSeed, { maxLength: 10 }), (edits, seeds) => {
          const tally = followEdits(pages, edits, overridesOf(seeds, overridableOn(pages)));
          recompiled += tally.recompiled;
          expect(tally.difference).toBeUndefined();
        }),
        { numRuns: 15 },
      );
      expect(recompiled).toBeGreaterThan(0);
    },
  );
});
