import { vectors } from "../injection/vectors.js";
import { type Edit, type EditContext, pick } from "./edit.js";
import {
  breakingCharacters,
  headings,
  linkTargets,
  nestings,
  oddCharacters,
  presences,
  typeCells,
} from "./edit-material.js";
import { linkingEdits, linkTo } from "./linking-edits.js";

/** The indices of the lines that are rows, but for rows of dashes. */
function rowsOf(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, at) => (/^\s*\|/.test(line) && !/^[\s|:-]+$/.test(line) ? [at] : []));
}

/** The cells of a row with the blanks around them. */
function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/);
}

/** Changes the cells of one row, the header mostly left alone. */
function inRow(change: (cells: string[], context: EditContext) => void): Edit {
  return (text, context) => {
    const lines = text.split("\n");
    const rows = rowsOf(lines);
    const at = pick(context.one % 8 === 0 || rows.length < 2 ? rows : rows.slice(1), context.one);
    if (at === undefined) return text;
    const cells = cellsOf(lines[at] ?? "");
    change(cells, context);
    lines[at] = `|${cells.join("|")}|`;
    return lines.join("\n");
  };
}

/** Changes one cell. */
function inCell(change: (cell: string, context: EditContext) => string): Edit {
  return inRow((cells, context) => {
    const at = context.other % cells.length;
    cells[at] =
      ` ${change((cells[at] ?? "").trim(), { ...context, other: Math.floor(context.other / cells.length) })} `;
  });
}

/** Changes the cell of a type. */
function inType(change: (cell: string, context: EditContext) => string): Edit {
  return inRow((cells, context) => {
    cells[1] = ` ${change((cells[1] ?? "").trim(), context)} `;
  });
}

/** Changes the list of a page's lines, or of its blocks. */
function inList(separator: string, change: (items: string[], context: EditContext) => void): Edit {
  return (text, context) => {
    const items = text.split(separator);
    change(items, context);
    return items.join(separator);
  };
}

function swap(items: string[], { one, other }: EditContext): void {
  const [a, b] = [one % items.length, other % items.length];
  [items[a], items[b]] = [items[b] ?? "", items[a] ?? ""];
}

function repeat(items: string[], { one, other }: EditContext): void {
  items.splice(other % items.length, 0, items[one % items.length] ?? "");
}

function remove(items: string[], { one }: EditContext): void {
  items.splice(one % items.length, 1);
}

function insertAt(text: string, at: number, inserted: string): string {
  const offset = at % (text.length + 1);
  return text.slice(0, offset) + inserted + text.slice(offset);
}

function donorCell({ donor, one, other }: EditContext): string {
  const lines = donor.split("\n");
  const row = pick(rowsOf(lines), one);
  return row === undefined
    ? donor.slice(0, 40).replaceAll("\n", " ")
    : (pick(cellsOf(lines[row] ?? ""), other) ?? "").trim();
}

function vectorText({ other }: EditContext): string {
  return pick(vectors, other)?.text ?? "";
}

/** A part of a page many times over, up to some thousand characters. */
function manyTimes(text: string, { one, other }: EditContext): string {
  const start = one % (text.length + 1);
  const part = text.slice(start, start + 1 + (other % 40));
  const times = Math.min(2 ** (other % 12), Math.floor(4000 / (part.length + 1)));
  return text.slice(0, start) + part.repeat(times) + text.slice(start);
}

function nested(cell: string, { one, other }: EditContext): string {
  const [open = "", close = ""] = pick(nestings, one) ?? [];
  const depth = other % 50 === 0 ? 3000 : 1 + (other % 9) ** 2;
  return open.repeat(depth) + cell + close.repeat(other % 5 === 0 ? depth - 1 : depth);
}

/** Every edit by its name. */
export const edits: Readonly<Record<string, Edit>> = {
  swapCells: inRow(swap),
  repeatCell: inRow(repeat),
  removeCell: inRow(remove),
  spliceCell: inCell((_cell, context) => donorCell(context)),
  joinCells: inCell((cell, context) => cell + donorCell(context)),
  vectorInCell: inCell((cell, context) =>
    (context.one % 2 === 0 ? vectorText(context) : cell + vectorText(context)).replace(/[\r\n|]/g, " "),
  ),
  vectorInCode: inCell((_cell, context) => `\`${vectorText(context).replace(/[\r\n|`]/g, " ")}\``),
  literalInCell: inType((_cell, context) => `*${JSON.stringify(vectorText(context)).replaceAll("|", "\\|")}*`),
  typeInCell: inType((_cell, { one }) => pick(typeCells, one) ?? ""),
  nestCell: inType(nested),
  linkInCell: inType((cell, context) => (context.one % 5 === 0 ? `${cell} \\| ${linkTo(context)}` : linkTo(context))),
  ...linkingEdits,
  presenceInCell: inCell((_cell, { other }) => pick(presences, other) ?? ""),
  swapLines: inList("\n", swap),
  repeatLine: inList("\n", repeat),
  removeLine: inList("\n", remove),
  swapBlocks: inList("\n\n", swap),
  repeatBlock: inList("\n\n", repeat),
  removeBlock: inList("\n\n", remove),
  spliceBlock: inList("\n\n", (items, { one, other, donor }) => {
    items.splice(one % items.length, other % 2, pick(donor.split("\n\n"), other) ?? "");
  }),
  appendPage: (text, { donor, one }) => (one % 2 === 0 ? `${text}\n${donor}` : donor + text),
  heading: (text, { one, other }) =>
    text.replace(pick(text.match(/^#.*$/gm) ?? [], one) ?? "\0", () => pick(headings, other) ?? ""),
  title: (text, { one, paths }) =>
    text.replace(/^# .*$/m, () => `# ${(pick(paths, one) ?? "").replace(/^.*\/|\.mdx?$/g, "")}`),
  vectorTitle: (text, context) => text.replace(/^# .*$/m, () => `# ${vectorText(context)}`),
  fence: (text, { one, other }) =>
    text.replace(/^(?:```|~~~).*$/gm, (fence) =>
      one % 3 === 0 ? fence : (pick(["```", "~~~", "````ts", "```typescript", "", "  ```"], other) ?? ""),
    ),
  frontMatter: (text, context) =>
    `---\ntitle: ${context.one % 2 === 0 ? JSON.stringify(vectorText(context)) : vectorText(context)}\n---\n${text}`,
  linkTarget: (text, { one, other }) => text.replace(/\]\(([^)]*)\)/g, () => `](${pick(linkTargets, one + other)})`),
  insertVector: (text, context) => insertAt(text, context.one, vectorText(context)),
  breakCharacter: (text, { one, other }) => insertAt(text, one, pick(breakingCharacters, other) ?? ""),
  oddCharacter: (text, { one, other }) => insertAt(text, one, pick(oddCharacters, other) ?? ""),
  removeCharacter: (text, { one }) =>
    text.slice(0, one % (text.length + 1)) + text.slice((one % (text.length + 1)) + 1),
  removeSpan: (text, { one, other }) =>
    text.slice(0, one % (text.length + 1)) + text.slice((one % (text.length + 1)) + (other % 60)),
  truncate: (text, { one }) => text.slice(0, one % (text.length + 1)),
  manyTimes,
  carriageReturns: (text, { one }) => (one % 3 === 0 ? text.replaceAll("\n", "\r") : text.replaceAll("\n", "\r\n")),
  upperCase: (text, { one }) => (one % 2 === 0 ? text.toUpperCase() : text.toLowerCase()),
};
