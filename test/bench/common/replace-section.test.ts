import { expect, it } from "vitest";
import { replaceSection } from "./replace-section.js";

const document = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n<!-- y -->\nkept\n<!-- /y -->\n";

it("puts the text in the place of the former one and leaves the rest", () => {
  expect(replaceSection(document, "x", "new")).toBe(
    "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n<!-- y -->\nkept\n<!-- /y -->\n",
  );
});

it("gives the same when it is done again", () => {
  const once = replaceSection(document, "x", "new");
  expect(replaceSection(once, "x", "new")).toBe(once);
});

it("takes dollar signs as they are", () => {
  expect(replaceSection(document, "x", "$& $1")).toContain("\n$& $1\n");
});

it("throws where the section is not there", () => {
  expect(() => replaceSection(document, "z", "new")).toThrow("Missing <!-- z --> … <!-- /z -->");
});
