import { formatCount, formatRatio } from "../common/format.js";
import { markdownTable } from "../common/markdown-table.js";
import { contestantIds, contestants } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";
import { operationIds, operations } from "../measure/operations.js";
import type { SpeedFigure } from "../measure/speed-figures.js";
import { shapeNames } from "../shapes/shapes.js";

const others = contestantIds.filter((id) => id !== "hand");

/** How long calls take: the yardstick in nanoseconds, the others as multiples of that. */
export function speedTable(figures: Figures): string {
  const byOperation = { ...figures, validateInvalid: figures.validateInvalidToHand };
  const rows = operationIds.flatMap((operation) => rowsOf(operations[operation].title, byOperation[operation]));
  return markdownTable(["", "hand, ns", ...others.map((id) => contestants[id].title)], rows);
}

function rowsOf(title: string, { mean, shapes, nanoseconds }: SpeedFigure): readonly (readonly string[])[] {
  const rows = shapeNames.map((shape) => [
    `${title}: ${shape}`,
    formatCount(nanoseconds[shape]),
    ...others.map((id) => formatRatio(shapes[shape][id])),
  ]);
  return [...rows, [`**${title}: mean**`, "", ...others.map((id) => bold(formatRatio(mean[id])))]];
}

/** How long it takes to list all issues, as multiples of what ajv's standalone code takes. */
export function invalidTable({ validateInvalid: { mean, shapes } }: Figures): string {
  const rows = shapeNames.map((shape) => [shape, ...contestantIds.map((id) => formatRatio(shapes[shape][id]))]);
  const means = ["**mean**", ...contestantIds.map((id) => bold(formatRatio(mean[id])))];
  return markdownTable(["shape", ...contestantIds.map((id) => contestants[id].title)], [...rows, means]);
}

function bold(text: string): string {
  return `**${text}**`;
}
