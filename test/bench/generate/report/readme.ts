import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatCount } from "../../common/format.js";
import { formatMachine } from "../../common/machine.js";
import { benchFolder } from "../../common/paths.js";
import { replaceSection } from "../../common/replace-section.js";
import { sizes } from "../contestants.js";
import type { Figures } from "../figures.js";
import { plot } from "./plot.js";
import { fullTable, missing, requirementTable, shortTable } from "./tables.js";

/** The figures as Markdown. */
export function figuresAsMarkdown(figures: Figures): string {
  const { machine, rounds, schemas } = figures;
  const { once, tenfold } = figures.sizes;
  const peers = schemas ? `; the peers' document has ${formatCount(schemas)} schemas` : "";
  return [
    "![Time of whole processes that generate TypeScript from an SDK's documentation](generate.svg)",
    `${formatMachine(machine)}; rounds: ${rounds}. ${formatCount(once.pages)} pages: ${once.origin}; ${formatCount(tenfold.pages)} pages: ${tenfold.origin}${peers}.`,
    requirementTable(figures),
    ...missing(figures),
    ...sizes.flatMap((size) => [
      `### Full runs, ${formatCount(figures.sizes[size].pages)} pages`,
      fullTable(figures, size),
    ]),
    "### Short runs",
    shortTable(figures),
  ].join("\n\n");
}

/** Puts the figures in the place of those that the benchmarks' README holds, and draws the plot anew. */
export function writeReadme(figures: Figures): void {
  const file = join(benchFolder, "README.md");
  const text = replaceSection(readFileSync(file, "utf8"), "figures of generation", figuresAsMarkdown(figures));
  writeFileSync(file, text);
  writeFileSync(join(benchFolder, "generate.svg"), plot(figures));
}
