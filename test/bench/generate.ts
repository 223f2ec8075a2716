import { parseArgs } from "node:util";
import { chosenOf } from "./common/chosen.js";
import { countOf } from "./common/rounds.js";
import { contestantIds, sizes } from "./generate/contestants.js";
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
    "no-tenfold": { type: "boolean", default: false },
  },
});

const figures = await findFigures({
  ids: new Set(chosenOf(contestantIds, values.only)),
  sizes: values["no-tenfold"] ? ["once"] : sizes,
  rounds: countOf("rounds", values.rounds),
});
const failures = figures.results.filter(({ outcome }) => outcome.kind === "failed");
const complete = failures.length === 0 && values.only === undefined && !values["no-tenfold"];
if (complete && !values["no-readme"]) writeReadme(figures);
process.stdout.write(`${values.json ? figuresAsJson(figures) : figuresAsMarkdown(figures)}\n`);
if (failures.length > 0) {
  process.stderr.write("Some runs failed, so README.md stays as it is.\n");
  process.exitCode = 1;
}
