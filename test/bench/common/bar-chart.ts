/** Bars of one colour, one for each row that has a value. */
export interface Series {
  readonly title: string;
  readonly color: string;
  /** By the rows' ids. */
  readonly values: Readonly<Partial<Record<string, number>>>;
}

/** A chart of horizontal bars on a logarithmic scale. */
export interface BarChart {
  /** What a reader who sees no picture is told. */
  readonly description: string;
  readonly title: string;
  readonly subtitle: string;
  readonly series: readonly Series[];
  readonly rows: readonly Row[];
  /** The scale holds at least these. */
  readonly least: number;
  readonly most: number;
  /** A tick that stands out, and what it is called. */
  readonly emphasis?: { readonly tick: number; readonly label: string };
  /** Pixels that the rows' titles take. */
  readonly labelWidth: number;
  readonly formatTick: (tick: number) => string;
  readonly format: (value: number) => string;
}

/** A group of bars, one for each series. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly bold: boolean;
}

const width = 760;
const right = 58;
const top = 76;
const barHeight = 11;
const groupGap = 12;
const bottom = 44;
/** A grey that can be read on white and on black. */
const ink = "#7d8590";
const font = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/** The chart as the text of an SVG file. */
export function barChart(chart: BarChart): string {
  const { labelWidth: left, series, rows } = chart;
  const scale = scaleOf(chart);
  const groupHeight = series.length * barHeight + groupGap;
  const height = top + rows.length * groupHeight + bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${font}" font-size="12" fill="${ink}">`,
    `<title>${escaped(chart.description)}</title>`,
    text(left, 22, chart.title, 'font-size="15" font-weight="600"'),
    text(left, 40, chart.subtitle),
    ...legend(chart),
    ...grid(chart, scale, height),
    ...rows.flatMap((row, at) => group(row, top + at * groupHeight + groupGap / 2, chart, scale)),
    "</svg>",
    "",
  ].join("\n");
}

interface Scale {
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
}

function scaleOf({ series, labelWidth, ...chart }: BarChart): Scale {
  const values = series.flatMap(({ values: byId }) => Object.values(byId).flatMap((value) => value ?? []));
  const least = Math.min(chart.least, ...values);
  const most = Math.max(chart.most, ...values);
  const perUnit = (width - labelWidth - right) / Math.log(most / least);
  const ticks = Array.from({ length: 9 }, (_, power) => 10 ** (power - 2)).filter(
    (tick) => tick >= least && tick <= most,
  );
  return { ticks, x: (value) => round(labelWidth + Math.log(value / least) * perUnit) };
}

function legend({ series, labelWidth }: BarChart): readonly string[] {
  return series.flatMap(({ title, color }, at) => {
    const x = labelWidth + at * 140;
    return [`<rect x="${x}" y="51" width="11" height="11" rx="2" fill="${color}"/>`, text(x + 17, 61, title)];
  });
}

function grid({ emphasis, formatTick }: BarChart, { ticks, x }: Scale, height: number): readonly string[] {
  const end = height - bottom;
  return ticks.flatMap((tick) => {
    const stands = tick === emphasis?.tick;
    const stroke = stands ? 'stroke-width="1.5"' : 'stroke-opacity="0.35"';
    const line = `<line x1="${x(tick)}" y1="${top}" x2="${x(tick)}" y2="${end}" stroke="${ink}" ${stroke}/>`;
    return [line, text(x(tick), end + 18, stands ? emphasis.label : formatTick(tick), 'text-anchor="middle"')];
  });
}

function group({ id, title, bold }: Row, y: number, chart: BarChart, { x }: Scale): readonly string[] {
  const { labelWidth: left, series, format } = chart;
  const middle = y + (series.length * barHeight) / 2 + 4;
  const label = text(left - 10, middle, title, `text-anchor="end" ${bold ? 'font-weight="700"' : ""}`.trim());
  const bars = series.flatMap(({ color, values }, at) => {
    const value = values[id];
    if (value === undefined) return [];
    const barTop = y + at * barHeight;
    const bar = `<rect x="${left}" y="${barTop}" width="${round(x(value) - left)}" height="${barHeight - 1}" rx="2" fill="${color}"/>`;
    return [bar, text(x(value) + 5, barTop + 9, format(value), 'font-size="10"')];
  });
  return [label, ...bars];
}

function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${round(x)}" y="${round(y)}"${attributes === "" ? "" : ` ${attributes}`}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
