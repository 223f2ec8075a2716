import { formatCount, formatMilliseconds, formatRatio } from "../common/format.js";
import { markdownTable } from "../common/markdown-table.js";
import { contestantIds, contestants } from "../contestants/contestants.js";
import type { Figures } from "../figures.js";

/** How long a process takes that has loaded nothing yet. */
export function coldTable({ cold }: Figures): string {
  const rows = contestantIds.flatMap((id) => {
    const found = cold[id];
    if (!found) return [];
    const { load, firstIs, firstCheck, ratio } = found;
    const calls = [firstIs, firstCheck].map((milliseconds) => formatCount(milliseconds * 1000));
    return [[contestants[id].title, formatMilliseconds(load), ...calls, formatRatio(ratio)]];
  });
  const head = ["contestant", "import, ms", "first is, µs", "first issues, µs", "import + first is, × hand"];
  return markdownTable(head, rows);
}

/** How many bytes a page loads. */
export function sizeTable({ size }: Figures): string {
  const rows = contestantIds.flatMap((id) => {
    const found = size.contestants[id];
    return found ? [[contestants[id].title, formatCount(found.minified), formatCount(found.gzip)]] : [];
  });
  const helper = ["modelmark's helper", formatCount(size.helper.minified), formatCount(size.helper.gzip)];
  return markdownTable(["contestant", "minified", "min+gzip"], [...rows, helper]);
}

/** How long compilers take, or why nobody knows. */
export function typeCheckTable({ typeCheck }: Figures): string {
  if ("missing" in typeCheck) return `Not measured: ${typeCheck.missing}.`;
  const rows = Object.entries(typeCheck.compilers).map(([compiler, { milliseconds, ratio }]) => [
    `TypeScript ${compiler}`,
    formatCount(milliseconds.modelmark),
    formatCount(milliseconds.zod),
    formatCount(milliseconds.nothing),
    formatRatio(ratio),
  ]);
  return markdownTable(["compiler", "modelmark, ms", "zod, ms", "empty file, ms", "modelmark, × zod"], rows);
}

/** What each contestant says of each odd input. */
export function oddInputTable({ oddInputs }: Figures): string {
  const head = ["input", "wanted", ...contestantIds.map((id) => contestants[id].title)];
  const rows = oddInputs.map(({ input, expected, answers }) => [
    input.replaceAll("_", "\\_"),
    expected,
    ...contestantIds.map((id) => answers[id] ?? "–"),
  ]);
  return markdownTable(head, rows, "left");
}
