import { expect, it } from "vitest";
import { chosenOf } from "./chosen.js";

const ids = ["noOp", "editedPage", "cold"] as const;

it("takes all where no list is given", () => {
  expect(chosenOf(ids, undefined)).toEqual(ids);
});

it("takes names in any case, with hyphens, in its own order", () => {
  expect(chosenOf(ids, "cold, no-op")).toEqual(["noOp", "cold"]);
});

it("throws for a name of nobody", () => {
  expect(() => chosenOf(ids, "cold,warm")).toThrow("--only takes some of noOp, editedPage, cold, not cold,warm");
});
