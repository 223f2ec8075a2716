import { expect, it } from "vitest";
import { causeOf } from "../../../src/cli/watch/cause.js";
import type { Difference } from "../../../src/cli/watch/sight.js";

it.each<readonly [readonly Difference["kind"][], string]>([
  [["changed"], "page-0.md changed"],
  [["new"], "page-0.md is new"],
  [["gone"], "page-0.md is gone"],
  [["new", "new"], "2 files are new"],
  [["gone", "changed", "gone", "changed", "new"], "2 files changed, 1 is new, 2 are gone"],
  [["gone", "new"], "1 file is new, 1 is gone"],
])("says of %j: %s", (kinds, words) => {
  expect(causeOf(kinds.map((kind, index) => ({ path: `page-${index}.md`, kind })))).toBe(words);
});

it("shows nothing of a name that a terminal would act on", () => {
  expect(causeOf([{ path: "a\u001b[2J.md", kind: "new" }])).toBe("a\\u001b[2J.md is new");
});
