import { type ContestantId, contestants, peerIds } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";
import type { ByContestant } from "../measure/speed-figures.js";
import { formatRatio } from "./format.js";

interface Series {
  readonly title: string;
  readonly color: string;
  readonly values: ByContestant;
}

const width = 760;
const left = 118;
const right = 58;
const top = 76;
const barHeight = 11;
const groupGap = 12;
const bottom = 44;
/** A grey that can be read on white and on black. */
const ink = "#7d8590";
const font = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/** A chart of the means: a group of bars for each contestant, times the yardstick, on a logarithmic scale. */
export function plot(figures: Figures): string {
  const series: readonly Series[] = [
    { title: "is, valid", color: "#3b82f6", values: figures.isValid.mean },
    { title: "validate, valid", color: "#14b8a6", values: figures.validateValid.mean },
    { title: "validate, invalid", color: "#f59e0b", values: figures.validateInvalidToHand.mean },
  ];
  const ids: readonly ContestantId[] = ["modelmark", ...peerIds];
  const scale = scaleOf(series);
  const groupHeight = series.length * barHeight + groupGap;
  const height = top + ids.length * groupHeight + bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${font}" font-size="12" fill="${ink}">`,
    "<title>Time per call, as a multiple of hand-written validators</title>",
    text(left, 22, "Time per call, × hand-written validators", 'font-size="15" font-weight="600"'),
    text(left, 40, "geometric mean over five shapes, logarithmic, shorter is faster"),
    ...legend(series),
    ...grid(scale, height),
    ...ids.flatMap((id, at) => group(id, top + at * groupHeight + groupGap / 2, series, scale)),
    "</svg>",
    "",
  ].join("\n");
}

interface Scale {
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
}

function scaleOf(series: readonly Series[]): Scale {
  const values = series.flatMap(({ values: byId }) => Object.values(byId));
  const least = Math.min(0.5, ...values);
  const most = Math.max(10, ...values);
  const perUnit = (width - left - right) / Math.log(most / least);
  const ticks = Array.from({ length: 9 }, (_, power) => 10 ** (power - 2)).filter(
    (tick) => tick >= least && tick <= most,
  );
  return { ticks, x: (value) => round(left + Math.log(value / least) * perUnit) };
}

function legend(series: readonly Series[]): readonly string[] {
  return series.flatMap(({ title, color }, at) => {
    const x = left + at * 140;
    return [`<rect x="${x}" y="51" width="11" height="11" rx="2" fill="${color}"/>`, text(x + 17, 61, title)];
  });
}

function grid({ ticks, x }: Scale, height: number): readonly string[] {
  const end = height - bottom;
  return ticks.flatMap((tick) => {
    const stroke = tick === 1 ? 'stroke-width="1.5"' : 'stroke-opacity="0.35"';
    const line = `<line x1="${x(tick)}" y1="${top}" x2="${x(tick)}" y2="${end}" stroke="${ink}" ${stroke}/>`;
    const label = tick === 1 ? "1 = hand" : `${tick}`;
    return [line, text(x(tick), end + 18, label, 'text-anchor="middle"')];
  });
}

function group(id: ContestantId, y: number, series: readonly Series[], { x }: Scale): readonly string[] {
  const weight = id === "modelmark" ? 'font-weight="700"' : "";
  const middle = y + (series.length * barHeight) / 2 + 4;
  const label = text(left - 10, middle, contestants[id].title, `text-anchor="end" ${weight}`.trim());
  const bars = series.flatMap(({ color, values }, at) => {
    const value = values[id];
    if (value === undefined) return [];
    const barTop = y + at * barHeight;
    const bar = `<rect x="${left}" y="${barTop}" width="${round(x(value) - left)}" height="${barHeight - 1}" rx="2" fill="${color}"/>`;
    return [bar, text(x(value) + 5, barTop + 9, formatRatio(value), 'font-size="10"')];
  });
  return [label, ...bars];
}

function text(x: number, y: number, content: string, attributes = ""): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${round(x)}" y="${round(y)}"${attributes === "" ? "" : ` ${attributes}`}>${escaped}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
