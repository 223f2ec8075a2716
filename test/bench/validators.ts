import { parseArgs } from "node:util";
import { chosenOf } from "./common/chosen.js";
import { countOf } from "./common/rounds.js";
import { contestantIds } from "./contestants/contestants.js";
import { findFigures } from "./figures.js";
import { figuresAsJson } from "./report/json.js";
import { figuresAsMarkdown, writeReadme } from "./report/readme.js";

/** Measures the emitted validators beside their peers: `npm run bench:validators`; see README.md. */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    slice: { type: "string", default: "20" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    "no-readme": { type: "boolean", default: false },
    "no-type-check": { type: "boolean", default: false },
  },
});

const chosen = chosenOf(contestantIds, values.only);
const figures = await findFigures({
  ids: ["hand", ...chosen.filter((id) => id !== "hand")],
  rounds: countOf("rounds", values.rounds),
  slice: countOf("slice", values.slice),
  typeCheck: !values["no-type-check"],
});
const complete = values.only === undefined && !values["no-type-check"];
if (complete && !values["no-readme"]) writeReadme(figures);
process.stdout.write(`${values.json ? figuresAsJson(figures) : figuresAsMarkdown(figures)}\n`);
