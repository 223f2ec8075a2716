import { parseArgs } from "node:util";
import { type ContestantId, contestantIds } from "./contestants/contestants.js";
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

const figures = await findFigures({
  ids: chosen(values.only),
  rounds: count("rounds", values.rounds),
  slice: count("slice", values.slice),
  typeCheck: !values["no-type-check"],
});
const complete = values.only === undefined && !values["no-type-check"];
if (complete && !values["no-readme"]) writeReadme(figures);
process.stdout.write(`${values.json ? figuresAsJson(figures) : figuresAsMarkdown(figures)}\n`);

/** The contestants that a list names, and the yardstick. */
function chosen(only: string | undefined): readonly ContestantId[] {
  if (only === undefined) return contestantIds;
  const plain = (name: string): string => name.replace(/[-\s]/g, "").toLowerCase();
  const wanted = new Set(only.split(",").map(plain));
  const found = contestantIds.filter((id) => wanted.has(plain(id)));
  if (found.length < wanted.size) throw new Error(`--only takes some of ${contestantIds.join(", ")}, not ${only}`);
  return ["hand", ...found.filter((id) => id !== "hand")];
}

function count(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} takes a whole number above 0, not ${text}`);
  return value;
}
