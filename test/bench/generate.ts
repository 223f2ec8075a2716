import { parseArgs } from "node:util";
import { chosenOf } from "./common/chosen.js";
import { countOf } from "./common/rounds.js";
import { contestantIds } from "./generate/contestants.js";
import { findFigures } from "./generate/figures.js";
import { figuresAsJson } from "./generate/report/json.js";
import { figuresAsMarkdown, writeReadme } from "./generate/report/readme.js";

/** Measures modelmark's runs beside floors and peers: `npm run bench:generate`; see README.md. */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    "no-readme": { type: "boolean", default: false },
  },
});

const chosen = chosenOf(contestantIds, values.only);
const figures = await findFigures(new Set(chosen), countOf("rounds", values.rounds));
if (values.only === undefined && !values["no-readme"]) writeReadme(figures);
process.stdout.write(`${values.json ? figuresAsJson(figures) : figuresAsMarkdown(figures)}\n`);
