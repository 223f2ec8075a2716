import { type Code, code, joinCode } from "../code.js";

/** How long a line may get before it is broken, inside a function of an output. */
const lineLength = 110;

/** Whether code stands on one line. */
export function fitsLine(text: Code): boolean {
  return text.length <= lineLength && !text.includes("\n");
}

/** Lines one level further in. */
export function indented(lines: readonly Code[]): readonly Code[] {
  return lines.map((line) => code`  ${line}`);
}

/** `head {`, the lines, `}`. */
export function block(head: Code, lines: readonly Code[]): readonly Code[] {
  return [code`${head} {`, ...indented(lines), code`}`];
}

/** Lines between brackets, a comma after each item: on one line where they fit. */
export function bracketed(open: Code, items: readonly (readonly Code[])[], close: Code): readonly Code[] {
  if (items.length === 0) return [code`${open}${close}`];
  const line = items.every((lines) => lines.length === 1)
    ? bracketedLine(open, joinCode(items.flat()), close)
    : undefined;
  if (line !== undefined && fitsLine(line)) return [line];
  return [open, ...indented(items.flatMap((lines) => suffixed(lines, comma))), close];
}

function bracketedLine(open: Code, items: Code, close: Code): Code {
  return open === brace ? code`{ ${items} }` : code`${open}${items}${close}`;
}

const [brace, comma] = [code`{`, code`,`];

/** Lines with something before the first. */
export function prefixed(prefix: Code, lines: readonly Code[]): readonly Code[] {
  const first = lines[0];
  return first === undefined ? lines : lines.with(0, code`${prefix}${first}`);
}

/** Lines with something after the last. */
export function suffixed(lines: readonly Code[], suffix: Code): readonly Code[] {
  const last = lines.at(-1);
  return last === undefined ? lines : lines.with(-1, code`${last}${suffix}`);
}

/** Lines as one piece of code. */
export function linesCode(lines: readonly Code[]): Code {
  return joinCode(lines, code`\n`);
}
