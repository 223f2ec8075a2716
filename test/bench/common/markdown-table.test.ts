import { expect, it } from "vitest";
import { markdownTable } from "./markdown-table.js";

it("aligns words left and numbers right", () => {
  expect(markdownTable(["who", "ms"], [["modelmark", "51"]])).toBe(
    ["| who       |  ms |", "| --------- | --: |", "| modelmark |  51 |"].join("\n"),
  );
});

it("aligns all columns left where it is told to", () => {
  expect(markdownTable(["figure", "met"], [["growth", "no"]], "left")).toBe(
    ["| figure | met |", "| ------ | --- |", "| growth | no  |"].join("\n"),
  );
});

it("counts characters, not code units, and fills up short rows", () => {
  expect(markdownTable(["who", "ratio"], [["𝒙𝒙𝒙𝒙"]])).toBe(
    ["| who  | ratio |", "| ---- | ----: |", "| 𝒙𝒙𝒙𝒙 |       |"].join("\n"),
  );
});
