/** Whether a Markdown escape takes the character's meaning: an odd number of backslashes stands before it. */
function isEscaped(line: string, index: number): boolean {
  let start = index;
  while (line.charAt(start - 1) === "\\") start -= 1;
  return (index - start) % 2 === 1;
}

/**
 * The index behind the code span that begins with the backtick at an index, or -1 where none does. A code span as TSDoc
 * and Markdown both know it: one backtick on each side, none beside it or between, all on one line.
 */
export function codeSpanEnd(line: string, start: number): number {
  const closing = line.indexOf("`", start + 1);
  const isSpan = closing > start + 1 && line.charAt(closing + 1) !== "`" && !isEscaped(line, start);
  return isSpan ? closing + 1 : -1;
}
