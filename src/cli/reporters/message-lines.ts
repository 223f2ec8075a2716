import type { Colors } from "picocolors/types.js";
import type { VFileMessage } from "vfile-message";
import { relatedOf } from "../../diagnostics/report.js";
import { byCodeUnits, type PageFile } from "../pages.js";
import { clipped, printable } from "../printable.js";
import { frameOf, linesOf } from "./frame.js";

/** So many other places are shown of a message. */
const mostRelated = 3;

/** After so many frames only the lines are listed. */
const mostFrames = 20;

/** Messages as lines of text under their pages, the first ones with the line of the page that they are about. */
export function messageLines(
  messages: readonly VFileMessage[],
  pages: readonly PageFile[],
  colors: Colors,
): readonly string[] {
  const framed = new Set(messages.slice(0, mostFrames));
  const groups = groupedByPage(messages);
  return [...groups].flatMap(([page, group]) => {
    const source = group.some((message) => framed.has(message)) ? bytesOf(page, pages) : undefined;
    const lines = source ? linesOf(source) : [];
    const width = group.reduce((most, message) => Math.max(most, placeOf(message).length), 0);
    return [
      colors.underline(printable(page)),
      ...group.flatMap((message) => [
        messageLine(message, width, colors),
        ...(framed.has(message) ? detailLines(message, lines, colors) : []),
      ]),
      "",
    ];
  });
}

function groupedByPage(messages: readonly VFileMessage[]): ReadonlyMap<string, readonly VFileMessage[]> {
  const groups = new Map<string, VFileMessage[]>();
  for (const message of messages) {
    const page = message.file ?? "";
    const group = groups.get(page) ?? [];
    group.push(message);
    groups.set(page, group);
  }
  return groups;
}

function bytesOf(page: string, pages: readonly PageFile[]): Uint8Array | undefined {
  let low = 0;
  let high = pages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = pages[middle];
    const order = candidate ? byCodeUnits(candidate.path, page) : 0;
    if (order === 0) return candidate?.value;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function messageLine(message: VFileMessage, width: number, colors: Colors): string {
  const severity = message.fatal === true ? colors.red("error  ") : colors.yellow("warning");
  const reason = clipped(printable(message.reason), 300);
  return `  ${placeOf(message).padEnd(width)}  ${severity}  ${reason}  ${colors.dim(message.ruleId ?? "")}`;
}

function placeOf({ line, column, place }: VFileMessage): string {
  if (line === undefined || column === undefined) return "-";
  const end = place && "end" in place ? `-${place.end.line}:${place.end.column}` : "";
  return `${line}:${column}${end}`;
}

function detailLines(message: VFileMessage, lines: readonly string[], colors: Colors): readonly string[] {
  const frame = frameOf(message, lines)?.split("\n") ?? [];
  const expected = message.expected?.length ? [`expected ${clipped(printable(message.expected.join(", ")), 200)}`] : [];
  const related = relatedOf(message)
    .slice(0, mostRelated)
    .map(({ page, place, reason }) => {
      const at = `${printable(page)}:${place.start.line}:${place.start.column}`;
      return `see ${at}: ${clipped(printable(reason), 200)}`;
    });
  const mend = message.fatal === true && message.note ? [clipped(printable(message.note), 300)] : [];
  return [...frame, ...[...expected, ...related, ...mend].map((line) => colors.dim(line))].map((line) => `    ${line}`);
}
