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
  const short = items.every((lines) => lines.length === 1) ? joinCode(items.flat()) : undefined;
  const spaced = open === code`{` ? code`{ ${short ?? open} }` : code`${open}${short ?? open}${close}`;
  if (items.length === 0) return [code`${open}${close}`];
  if (short !== undefined && fitsLine(spaced)) return [spaced];
  return [open, ...indented(items.flatMap((lines) => suffixed(lines, code`,`))), close];
}

/** Lines with something before the first. */
export function prefixed(prefix: Code, lines: readonly Code[]): readonly Code[] {
  return lines.map((line, at) => (at === 0 ? code`${prefix}${line}` : line));
}

/** Lines with something after the last. */
export function suffixed(lines: readonly Code[], suffix: Code): readonly Code[] {
  return lines.map((line, at) => (at === lines.length - 1 ? code`${line}${suffix}` : line));
}

/** Lines as one piece of code. */
export function linesCode(lines: readonly Code[]): Code {
  return joinCode(lines, code`\n`);
}
