import { formatCount, formatRatio } from "../common/format.js";
import { markdownTable } from "../common/markdown-table.js";
import { type ContestantId, contestants, peerIds } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";
import type { ByContestant, SpeedFigure } from "../measure/speed-figures.js";

type Row = readonly [figure: string, modelmark: string, peers: string, aim: string];

/** The figures that modelmark is held to. */
export function summaryTable(figures: Figures): string {
  const rows = [...speedRows(figures), ...sizeRows(figures), ...typeCheckRows(figures), oddInputRow(figures)];
  return markdownTable(["figure", "modelmark", "best peer", "aim"], rows, "left");
}

function speedRows({ isValid, validateValid, validateInvalid, cold }: Figures): readonly Row[] {
  const coldRatios = Object.fromEntries(Object.entries(cold).map(([id, { ratio }]) => [id, ratio]));
  return [
    meanRow("is, valid, × hand", isValid, "at most 1.05, ahead of every peer"),
    worstRow(isValid),
    meanRow("validate, valid, × hand", validateValid, "at most 1.10, ahead of every peer"),
    meanRow("validate, invalid, × ajv standalone", validateInvalid, "at most 0.80"),
    [
      "import and first call, cold, × hand",
      formatRatio(coldRatios["modelmark"]),
      bestOf(coldRatios),
      "ahead of every peer",
    ],
  ];
}

function meanRow(title: string, { mean }: SpeedFigure, aim: string): Row {
  return [`${title}, mean`, formatRatio(mean.modelmark), bestOf(mean), aim];
}

function worstRow({ worst }: SpeedFigure): Row {
  const against = worst ? `${contestants[worst.peer].title} on ${worst.shape}` : "–";
  return [
    "is, valid, × the peer that is furthest ahead on a shape",
    formatRatio(worst?.ratio),
    against,
    "at most 1.05",
  ];
}

function sizeRows({ size }: Figures): readonly Row[] {
  const gzip = Object.fromEntries(Object.entries(size.contestants).map(([id, found]) => [id, found.gzip]));
  const third = size.contestants.zodMini && size.contestants.zodMini.gzip / 3;
  const aim = `below valibot and a third of zod mini (${formatCount(third)})`;
  return [
    ["min+gzip of five shapes, bytes", formatCount(gzip["modelmark"]), bestOf(gzip, formatCount), aim],
    ["min+gzip of the helper in it, bytes", formatCount(size.helper.gzip), "–", "at most 1,024"],
  ];
}

function typeCheckRows({ typeCheck }: Figures): readonly Row[] {
  if ("missing" in typeCheck) return [["type check, × zod", "–", "–", "at most 0.20"]];
  const models = formatCount(typeCheck.models);
  return Object.entries(typeCheck.compilers).map(([compiler, { ratio }]) => {
    return [`type check of ${models} models, ${compiler}, × zod`, formatRatio(ratio), "–", "at most 0.20"];
  });
}

function oddInputRow({ oddInputs }: Figures): Row {
  const countOf = (id: ContestantId): number => oddInputs.filter((odd) => odd.answers[id] === odd.expected).length;
  const counts = Object.fromEntries(peerIds.map((id) => [id, -countOf(id)]));
  const best = bestOf(counts, (count) => formatCount(-count));
  return ["odd inputs answered as wanted", formatCount(countOf("modelmark")), best, `all ${oddInputs.length}`];
}

function bestOf(values: ByContestant, format: (value: number) => string = formatRatio): string {
  const found = peerIds.flatMap((id) => (values[id] === undefined ? [] : [{ id, value: values[id] }]));
  const [best] = found.sort((a, b) => a.value - b.value);
  return best ? `${contestants[best.id].title}: ${format(best.value)}` : "–";
}
