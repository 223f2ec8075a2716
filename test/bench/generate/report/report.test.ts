import { describe, expect, it } from "vitest";
import { sampleFigures, withoutContestant } from "../sample-figures.js";
import { figuresAsJson } from "./json.js";
import { plot } from "./plot.js";
import { figuresAsMarkdown } from "./readme.js";
import { fullTable, missing, requirementTable, shortTable } from "./tables.js";

describe("the tables", () => {
  it("hold each required figure beside what was found", () => {
    expect(requirementTable(withoutContestant("checkStaged", "there is no such flag"))).toMatchInlineSnapshot(`
      "| figure                                              | found | required    | met          |
      | --------------------------------------------------- | ----- | ----------- | ------------ |
      | full cold run, × plain design                       | 0.40  | at most 0.4 | yes          |
      | full cold run, × hey-api types + zod                | 0.50  | at most 0.5 | yes          |
      | models a second, × openapi-typescript               | 1.20  | more than 1 | yes          |
      | nothing changed, × node -e 0                        | 2.00  | at most 2   | yes          |
      | nothing changed on ten copies, × node -e 0          | 6.00  | at most 6   | yes          |
      | one edited page, × node -e 0                        | 4.00  | at most 4   | yes          |
      | peak memory of a full cold run on ten copies, MB    | 400   | at most 400 | yes          |
      | full cold run on ten copies, × on one               | 11.00 | at most 11  | yes          |
      | check --staged where no page is staged, × node -e 0 | –     | at most 2.5 | not measured |"
    `);
  });

  it("compare full runs", () => {
    expect(
      fullTable(sampleFigures, "once").replace(/(openapi-typescript|hey-api) [\d.]+ */g, "$1 "),
    ).toMatchInlineSnapshot(`
      "| full run                  | ms    | × plain design | models/s | peak MB | gives                                                         |
      | ------------------------- | ----- | -------------- | -------- | ------- | ------------------------------------------------------------- |
      | modelmark, cold           | 2,000 | 0.40           | 500      | 200     | types, validators, doc comments; a file a model, parsed again |
      | plain design              | 5,000 | 1.00           | 200      | 300     | types, simple validators, doc comments; a file a page         |
      | openapi-typescript | 1,200 | 0.24           | 417      | 180     | types; one file                                               |
      | hey-api | 4,000 | 0.80           | 125      | 300     | types, zod schemas; two files                                 |"
    `);
  });

  it("compare short runs on both sizes", () => {
    expect(shortTable(sampleFigures)).toMatchInlineSnapshot(`
      "| short run                  | 1,000 pages, ms | × node -e 0 |  MB | 10,000 pages, ms | × node -e 0 |  MB |
      | -------------------------- | --------------: | ----------: | --: | ---------------: | ----------: | --: |
      | node -e 0                  |             100 |        1.00 |  40 |              100 |        1.00 |  40 |
      | list the pages             |               – |           – |   – |                – |           – |   – |
      | read the pages             |               – |           – |   – |                – |           – |   – |
      | read and hash the pages    |               – |           – |   – |                – |           – |   – |
      | modelmark, nothing changed |             200 |        2.00 |  60 |              600 |        6.00 | 100 |
      | modelmark, one edited page |             400 |        4.00 |  90 |                – |           – |   – |
      | modelmark check            |               – |           – |   – |                – |           – |   – |
      | modelmark check --staged   |             250 |        2.50 |  50 |                – |           – |   – |"
    `);
  });

  it("name who was not measured, and why", () => {
    expect(missing(withoutContestant("heyApi", "there is no document"))).toEqual([
      "Not measured: hey-api on 1,000 pages, since there is no document.",
    ]);
  });
});

it("says as JSON of each figure what is required and whether that is met", () => {
  const found = JSON.parse(figuresAsJson(withoutContestant("checkStaged", "there is no such flag")));
  expect(found).toMatchObject({
    coldToPlainDesign: { value: 0.4, required: "at most 0.4", met: true },
    modelsPerSecondToOpenapiTypescript: { value: 1.2, required: "more than 1", met: true },
    checkStagedToNode: { value: null, required: "at most 2.5", met: false },
    runs: { once: { cold: { milliseconds: 2000, megabytes: 200 }, checkStaged: { kind: "unavailable" } } },
    measured: { rounds: 2, schemas: 500 },
  });
});

it("says where the pages come from", () => {
  expect(figuresAsMarkdown(sampleFigures)).toContain(
    "rounds: 2. 1,000 pages: some pages; 10,000 pages: ten copies of some pages; the peers' document has 500 schemas.",
  );
});

it("draws a bar for each time of both sizes", () => {
  expect(plot(sampleFigures).match(/height="10"/g)).toHaveLength(sampleFigures.results.length);
});
