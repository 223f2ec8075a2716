import { expect, it } from "vitest";
import { barChart } from "./bar-chart.js";

function chartOf(values: Readonly<Record<string, number>>): string {
  return barChart({
    description: "Times <all>",
    title: "Time",
    subtitle: "milliseconds",
    series: [{ title: "here", color: "#123456", values }],
    rows: ["one", "other"].map((id) => ({ id, title: `the ${id}`, bold: id === "one" })),
    least: 1,
    most: 100,
    emphasis: { tick: 10, label: "ten" },
    labelWidth: 100,
    formatTick: (tick) => `${tick} ms`,
    format: String,
  });
}

function barWidths(svg: string): readonly number[] {
  return [...svg.matchAll(/width="([\d.]+)" height="10"/g)].map(([, width]) => Number(width));
}

it("draws bars by the logarithm of their values", () => {
  const [ten, hundred] = barWidths(chartOf({ one: 10, other: 100 }));
  expect(hundred).toBeCloseTo(2 * (ten ?? 0), 0);
});

it("widens its scale to the largest value", () => {
  const [ten, thousand] = barWidths(chartOf({ one: 10, other: 1000 }));
  expect(thousand).toBeCloseTo(3 * (ten ?? 0), 0);
});

it("draws no bar for a row without a value", () => {
  const svg = chartOf({ one: 10 });
  expect(barWidths(svg)).toHaveLength(1);
  expect(svg).toContain(">the other</text>");
});

it("names its ticks, and one of them otherwise", () => {
  const labels = [...chartOf({}).matchAll(/text-anchor="middle">([^<]*)</g)].map(([, label]) => label);
  expect(labels).toEqual(["1 ms", "ten", "100 ms"]);
});

it("escapes its words", () => {
  expect(chartOf({})).toContain("<title>Times &lt;all></title>");
});
