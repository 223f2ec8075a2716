import { barChart, type Series } from "../../common/bar-chart.js";
import { formatCount } from "../../common/format.js";
import { timeOf } from "../comparisons.js";
import { contestantIds, contestants, type Size } from "../contestants.js";
import type { Figures } from "../figures.js";

/** A chart of the times of whole processes, on a logarithmic scale. */
export function plot(figures: Figures): string {
  const seriesOf = (size: Size, color: string): Series => ({
    title: `${formatCount(figures.sizes[size].pages)} pages`,
    color,
    values: Object.fromEntries(contestantIds.map((id) => [id, timeOf(figures, [size, id])])),
  });
  return barChart({
    description: "Time of whole processes that generate TypeScript from an SDK's documentation",
    title: "Time of a whole process",
    subtitle: "milliseconds, median, logarithmic, shorter is faster; peers read the API's OpenAPI document",
    series: [seriesOf("once", "#3b82f6"), seriesOf("tenfold", "#f59e0b")],
    rows: contestantIds.map((id) => {
      const { title } = contestants[id];
      return { id, title, bold: title.startsWith("modelmark") };
    }),
    least: 10,
    most: 1000,
    labelWidth: 184,
    formatTick: (tick) => (tick < 1000 ? `${tick} ms` : `${tick / 1000} s`),
    format: formatCount,
  });
}
