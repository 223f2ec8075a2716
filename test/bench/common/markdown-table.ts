/** A table as the formatter leaves it: the first column is words, the others are aligned as told. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: "left" | "right" = "right",
): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => lengthOf(row[at] ?? ""))));
  const isRight = (at: number): boolean => align === "right" && at > 0;
  const pad = (cell: string, at: number): string => {
    const space = " ".repeat((widths[at] ?? 0) - lengthOf(cell));
    return isRight(at) ? space + cell : cell + space;
  };
  const rule = widths.map((width, at) => (isRight(at) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(head.map(pad)),
    line(rule),
    ...rows.map((row) => line(head.map((_, at) => pad(row[at] ?? "", at)))),
  ].join("\n");
}

function lengthOf(cell: string): number {
  return [...cell].length;
}
