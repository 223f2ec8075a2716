import { barChart } from "../common/bar-chart.js";
import { formatRatio } from "../common/format.js";
import { type ContestantId, contestants, peerIds } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";

/** A chart of the means: a group of bars for each contestant, times the yardstick, on a logarithmic scale. */
export function plot(figures: Figures): string {
  const ids: readonly ContestantId[] = ["modelmark", ...peerIds];
  return barChart({
    description: "Time per call, as a multiple of hand-written validators",
    title: "Time per call, × hand-written validators",
    subtitle: "geometric mean over five shapes, logarithmic, shorter is faster",
    series: [
      { title: "is, valid", color: "#3b82f6", values: figures.isValid.mean },
      { title: "validate, valid", color: "#14b8a6", values: figures.validateValid.mean },
      { title: "validate, invalid", color: "#f59e0b", values: figures.validateInvalidToHand.mean },
    ],
    rows: ids.map((id) => ({ id, title: contestants[id].title, bold: id === "modelmark" })),
    least: 0.5,
    most: 10,
    emphasis: { tick: 1, label: "1 = hand" },
    labelWidth: 118,
    formatTick: String,
    format: formatRatio,
  });
}
