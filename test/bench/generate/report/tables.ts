import { formatCount, formatRatio } from "../../common/format.js";
import { markdownTable } from "../../common/markdown-table.js";
import { modelsPerSecond, outcomeOf, type Place, peakOf, timeOf, timeRatio } from "../comparisons.js";
import { type ContestantId, contestants, floorIds, peerIds, type Size, sizes } from "../contestants.js";
import type { Figures } from "../figures.js";
import { titleWithVersion } from "../peer-packages.js";
import { judge } from "../requirements.js";

const fullIds: readonly ContestantId[] = ["cold", "plain", ...peerIds];
const shortIds: readonly ContestantId[] = ["start", ...floorIds, "noOp", "editedPage", "check", "checkStaged"];

/** What modelmark is held to, and what was found. */
export function requirementTable(figures: Figures): string {
  const rows = judge(figures).map(({ requirement: { title, bound }, value, met }) => [
    title,
    formatFound(value),
    `${bound.kind} ${bound.value}`,
    value === undefined ? "not measured" : met ? "yes" : "no",
  ]);
  return markdownTable(["figure", "found", "required", "met"], rows, "left");
}

/** So many digits that one sees whether a bound is met. */
function formatFound(value: number | undefined): string {
  return value !== undefined && value < 100 ? value.toFixed(2) : formatCount(value);
}

/** Whole runs from pages or documents to outputs. */
export function fullTable(figures: Figures, size: Size): string {
  const rows = fullIds.flatMap((id) => {
    const place: Place = [size, id];
    if (outcomeOf(figures, place)?.kind !== "measured") return [];
    return [
      [
        titleWithVersion(id),
        formatCount(timeOf(figures, place)),
        formatRatio(timeRatio(figures, place, [size, "plain"])),
        formatCount(modelsPerSecond(figures, place)),
        formatCount(peakOf(figures, place)),
        contestants[id].gives,
      ],
    ];
  });
  return markdownTable(["full run", "ms", "× plain design", "models/s", "peak MB", "gives"], rows, "left");
}

/** Runs that should be over at once, with what the parts of such a run cost. */
export function shortTable(figures: Figures): string {
  const cells = (id: ContestantId, size: Size): readonly string[] => [
    formatCount(timeOf(figures, [size, id])),
    formatRatio(timeRatio(figures, [size, id], [size, "start"])),
    formatCount(peakOf(figures, [size, id])),
  ];
  const rows = shortIds.map((id) => [contestants[id].title, ...sizes.flatMap((size) => cells(id, size))]);
  const head = sizes.flatMap((size) => [`${formatCount(figures.sizes[size].pages)} pages, ms`, "× node -e 0", "MB"]);
  return markdownTable(["short run", ...head], rows);
}

/** Who was not measured, and why, a sentence each. */
export function missing(figures: Figures): readonly string[] {
  return figures.results.flatMap(({ id, size, outcome }) => {
    if (outcome.kind === "measured") return [];
    const pages = formatCount(figures.sizes[size].pages);
    return [`Not measured: ${contestants[id].title} on ${pages} pages, since ${outcome.why}.`];
  });
}
