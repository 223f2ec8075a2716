import { expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { copiesOf, fixturePages, tenfold } from "./pages.js";

it("copies pages into folders that sort as they count", () => {
  const paths = copiesOf([{ path: "components/pet.md", value: "" }], 100).map(({ path }) => path);
  expect([paths[0], paths[99]]).toEqual(["copy001/components/pet.md", "copy100/components/pet.md"]);
  expect(new Set(paths).size).toBe(100);
});

it("puts ten copies where the links of the pages lead", () => {
  const pages = [{ path: "components/pet.md", value: "" }];
  const { pages: copies } = tenfold({ origin: "a test", docs: "docs/models", pages });
  expect(copies.map(({ path }) => path)).toContain("copy10/models/components/pet.md");
  expect(copies).toHaveLength(10);
});

it("repeats fixtures in which nothing is wrong", () => {
  const { messages, schema } = compile(fixturePages());
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  expect(schema.models.size).toBeGreaterThan(50);
});
