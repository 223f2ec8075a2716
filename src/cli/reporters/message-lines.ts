import type { Colors } from "picocolors/types.js";
import type { VFileMessage } from "vfile-message";
import { type Related, relatedOf } from "../../diagnostics/report.js";
import { byCodeUnits, type PageFile } from "../pages.js";
import { clipped, printable } from "../printable.js";
import { frameOf, linesOf } from "./frame.js";
import type { Outcome } from "./reporter.js";
import { type Rest, selectMessages } from "./selection.js";

/** How many other places a message shows. */
const mostRelated = 5;

/** The files that messages are about. */
export type MessageFiles = Pick<Outcome, "pages" | "beside">;

/** How messages are shown. */
export interface MessageLook {
  readonly colors: Colors;
  /** Whether all are shown, however many a rule has. */
  readonly isAll: boolean;
  /** What a page is called: as a terminal opens it. */
  readonly pathOf: (page: string) => string;
}

/** Messages as lines of text under their pages, the first ones with the line of the page that they are about. */
export function messageLines(
  messages: readonly VFileMessage[],
  files: MessageFiles,
  look: MessageLook,
): readonly string[] {
  const { colors, isAll, pathOf } = look;
  const { shown, framed, rests } = selectMessages(messages, isAll);
  const mends = firstMends(shown);
  const readLines = lineReader(files);
  const blocks = [...groupedByPage(shown)].map(([page, group]) => {
    const width = group.reduce((widest, message) => Math.max(widest, placeOf(message).length), 0);
    return [
      colors.underline(printable(pathOf(page))),
      ...group.flatMap((message) => [
        messageLine(message, width, colors),
        ...(framed.has(message) ? sourceLines(message, readLines, look) : []),
        ...(mends.has(message) ? indented([clipped(printable(message.note ?? ""), 300)], colors) : []),
      ]),
      "",
    ];
  });
  const rest = rests.map((each) => restLine(each, colors));
  return [...blocks.flat(), ...rest, ...(rest.length > 0 ? [""] : [])];
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

/** The messages that say first how something is mended: to read the same below each of its rule is no help. */
function firstMends(messages: readonly VFileMessage[]): ReadonlySet<VFileMessage> {
  const first = new Map<string, VFileMessage>();
  for (const message of messages) {
    const key = `${message.ruleId} ${message.note}`;
    if (message.note && !first.has(key)) first.set(key, message);
  }
  return new Set(first.values());
}

/** The lines of a page; none where it could not be read. */
type ReadLines = (page: string) => readonly string[];

function lineReader({ pages, beside = [] }: MessageFiles): ReadLines {
  const read = new Map<string, readonly string[]>();
  return (page) => {
    const known = read.get(page);
    if (known) return known;
    const bytes = beside.find((file) => file.path === page)?.value ?? bytesOf(page, pages);
    const lines = bytes ? linesOf(bytes) : [];
    read.clear();
    read.set(page, lines);
    return lines;
  };
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

function placeOf({ line, column, place }: Pick<VFileMessage, "line" | "column" | "place">): string {
  if (line === undefined || column === undefined) return "-";
  const end = place && "end" in place ? `-${place.end.line}:${place.end.column}` : "";
  return `${line}:${column}${end}`;
}

function sourceLines(message: VFileMessage, readLines: ReadLines, look: MessageLook): readonly string[] {
  const { colors } = look;
  const { place, expected = [], reason } = message;
  const isSaid = (expected ?? []).every((each) => reason.includes(each));
  const said = isSaid ? [] : [`expected ${clipped(printable((expected ?? []).join(", ")), 200)}`];
  const related = relatedOf(message);
  return [
    ...frameLines(place, readLines(message.file ?? ""), message.fatal === true ? colors.red : colors.yellow),
    ...indented(said, colors),
    ...related.slice(0, mostRelated).flatMap((each) => relatedLines(each, readLines, look)),
    ...(related.length > mostRelated ? indented([`… and ${related.length - mostRelated} more places`], colors) : []),
  ];
}

function frameLines(place: VFileMessage["place"], lines: readonly string[], color: Colors["red"]): readonly string[] {
  const [code, carets] = frameOf(place, lines)?.split("\n") ?? [];
  if (code === undefined || carets === undefined) return [];
  return [`    ${code}`, `    ${carets.replace(/\^+/, color)}`];
}

function relatedLines(
  { page, place, reason }: Related,
  readLines: ReadLines,
  { colors, pathOf }: MessageLook,
): readonly string[] {
  const { line, column } = place.start;
  const at = `${printable(pathOf(page))}:${line}:${column}`;
  const frame = frameLines(place, readLines(page), colors.cyan);
  return [`    ${colors.cyan(at)}  ${clipped(printable(reason), 300)}`, ...frame];
}

function indented(lines: readonly string[], colors: Colors): readonly string[] {
  return lines.map((line) => `    ${colors.dim(line)}`);
}

function restLine({ rule, isError, count, pages, folder, repeated }: Rest, colors: Colors): string {
  const noun = `${isError ? "error" : "warning"}${count === 1 ? "" : "s"}`;
  const mark = isError ? colors.red("✖") : colors.yellow("⚠");
  const often = repeated.map((each) => `${quoted(each.text)} ${each.count} times`).join(", ");
  const cause = folder === undefined ? often && `, most often ${often}` : `, all to ${quoted(`${folder}…`)}`;
  const where = `on ${pages} page${pages === 1 ? "" : "s"}${cause}`;
  return `${mark} ${count} more ${noun} of ${rule} ${where} ${colors.dim("(--all shows them)")}`;
}

function quoted(text: string): string {
  return `\`${clipped(printable(text), 60)}\``;
}
