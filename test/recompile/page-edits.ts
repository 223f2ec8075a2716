import * as fc from "fast-check";

/** Pages by their paths. */
export type PageTexts = ReadonlyMap<string, string>;

/** A change of one page: which page, which of its lines, what becomes of it, and what else that takes; all numbers are taken modulo what there is. */
export interface PageEdit {
  readonly page: number;
  readonly line: number;
  readonly kind: EditKind;
  readonly other: number;
}

const kinds = [
  "add a field",
  "add a key to the example",
  "break the example",
  "change a field's type",
  "delete the line",
  "deprecate it",
  "double the line",
  "leave it",
  "make it optional",
  "make it required",
  "move the line down",
  "rename a field",
  "reword",
  "show another value",
  "show null",
  "show null in a cell",
  "show null no more",
  "silence the page",
  "silence the page no more",
  "take a line of another page",
  "take another page's text",
  "take its first text again",
  "title it anew",
] as const;

/** What may become of a page. */
export type EditKind = (typeof kinds)[number];

/** Edits that are likely to change something. */
export const pageEdit: fc.Arbitrary<PageEdit> = fc.record({
  page: fc.nat(),
  line: fc.nat(),
  kind: fc.constantFrom(...kinds),
  other: fc.nat(),
});

/** The pages after an edit. */
export function editPages(pages: PageTexts, first: PageTexts, edit: PageEdit): PageTexts {
  const paths = [...pages.keys()];
  const path = chosen(paths, edit.page) ?? "";
  const text = editText(pages.get(path) ?? "", edit, {
    first: first.get(path) ?? "",
    another: pages.get(chosen(paths, edit.other) ?? "") ?? "",
  });
  return new Map(pages).set(path, text);
}

const comments = [
  "<!-- modelmark-disable -->",
  "<!-- modelmark-disable silent-deprecation, example-mismatch -->",
  "<!-- modelmark-disable-next-line unresolved-link unknown-type -->",
  "<!-- modelmark-enable -->",
  "<!-- modelmark-disable over-limit no-such-rule -->",
];

interface Beside {
  readonly first: string;
  readonly another: string;
}

function editText(text: string, { kind, line: number, other }: PageEdit, { first, another }: Beside): string {
  const lines = text.split("\n");
  const rows = [...lines.entries()].filter(([, line]) => /^\| *`/.test(line)).map(([at]) => at);
  const row = chosen(rows, number) ?? number % lines.length;
  const editRow = (change: (line: string) => string): string => replaced(lines, row, [change(lines[row] ?? "")]);
  const at = number % lines.length;
  switch (kind) {
    case "add a field":
      return replaced(lines, row, [lines[row] ?? "", "| `added` | *string* | :heavy_minus_sign: | Added |"]);
    case "add a key to the example":
      return text.replace(/^(let value: .* = )\{$/m, "$1{\n  surplus: 1,");
    case "break the example":
      return text.replace(/: (?:"[^"\n]*"|true|false),$/m, other % 2 === 0 ? ": 7," : ": {},");
    case "change a field's type":
      return editRow((line) => withCell(line, 2, cellOf(chosenRow(another, other), 2)));
    case "delete the line":
      return replaced(lines, at, []);
    case "deprecate it":
      return editRow((line) => withCell(line, 4, " : warning: ** DEPRECATED **: "));
    case "double the line":
      return replaced(lines, at, [lines[at] ?? "", lines[at] ?? ""]);
    case "leave it":
      return text;
    case "make it optional":
      return editRow((line) => line.replace(":heavy_check_mark:", ":heavy_minus_sign:"));
    case "make it required":
      return editRow((line) => line.replace(":heavy_minus_sign:", ":heavy_check_mark:"));
    case "move the line down":
      return replaced(lines, at, []).replace(/\n?$/, `\n${lines[at] ?? ""}\n`);
    case "rename a field":
      return editRow((line) => line.replace(/`(\w+)`/, (_, name) => `\`${name}${other % 3}\``));
    case "reword":
      return editRow((line) => withCell(line, 4, ` Reworded ${other % 5} `));
    case "show another value":
      return text.replace(/: "[^"\n]*",$/m, `: "another ${other % 3}",`);
    case "show null in a cell":
      return editRow((line) => withCell(line, 5, " null "));
    case "show null":
      return text.replace(/: (?:"[^"\n]*"|\d+|true|false),$/m, ": null,");
    case "show null no more":
      return text.replace(/: null,$/m, ': "there",');
    case "silence the page":
      return replaced(lines, at, [chosen(comments, other) ?? "", lines[at] ?? ""]);
    case "silence the page no more":
      return lines.filter((line) => !line.includes("modelmark-")).join("\n");
    case "take a line of another page":
      return replaced(lines, at, [chosen(another.split("\n"), other) ?? ""]);
    case "take another page's text":
      return another;
    case "take its first text again":
      return first;
    case "title it anew":
      return text.replace(/^# (.*)$/m, `# $1${other % 2 === 0 ? "Anew" : ""}`);
  }
}

function replaced(lines: readonly string[], at: number, by: readonly string[]): string {
  return lines.toSpliced(at, 1, ...by).join("\n");
}

function chosenRow(text: string, number: number): string {
  const rows = text.split("\n").filter((line) => /^\| *`/.test(line));
  return chosen(rows, number) ?? "| | *string* |";
}

function cellOf(row: string, at: number): string {
  return row.split("|")[at] ?? " *string* ";
}

function withCell(row: string, at: number, cell: string): string {
  const cells = row.split("|");
  return cells.length > at ? cells.with(at, cell).join("|") : row;
}

function chosen<Value>(values: readonly Value[], number: number): Value | undefined {
  return values[number % Math.max(1, values.length)];
}
