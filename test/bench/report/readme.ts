import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatMachine } from "../common/machine.js";
import { benchFolder } from "../common/paths.js";
import { replaceSection } from "../common/replace-section.js";
import { contestants } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";
import { coldTable, oddInputTable, sizeTable, typeCheckTable } from "./other-tables.js";
import { plot } from "./plot.js";
import { invalidTable, speedTable } from "./speed-tables.js";
import { summaryTable } from "./summary-table.js";

/** The figures as Markdown. */
export function figuresAsMarkdown(figures: Figures): string {
  const out = figures.leftOut.map(({ contestant, shape, why }) => {
    return `Left out: ${contestants[contestant].title} on ${shape}, since it ${why}.`;
  });
  return [
    `${formatMachine(figures.machine)}; ${figures.rounds} rounds with slices of ${figures.slice} ms.`,
    ...out,
    summaryTable(figures),
    "### Time of a call\n\n`hand` in nanoseconds, the others as multiples of it.",
    speedTable(figures),
    "### All issues of an invalid value\n\nMultiples of what ajv's standalone code takes.",
    invalidTable(figures),
    "### Cold",
    coldTable(figures),
    "### Size\n\nBytes of five shapes, `is` and `validate`.",
    sizeTable(figures),
    "### Type check",
    typeCheckTable(figures),
    "### Odd inputs\n\nWhether it is accepted; `differs`: the guard and the issues disagree.",
    oddInputTable(figures),
  ].join("\n\n");
}

/** Puts the figures in the place of those that the benchmark's README holds, and draws the plot anew. */
export function writeReadme(figures: Figures): void {
  const file = join(benchFolder, "README.md");
  writeFileSync(file, replaceSection(readFileSync(file, "utf8"), "figures", figuresAsMarkdown(figures)));
  writeFileSync(join(benchFolder, "validators.svg"), plot(figures));
}
