import type { NotationError } from "./notation.js";

/** Types and examples that nest deeper are not read, whatever the limits say: the stack would end; real pages reach 5. */
export const maximumDepth = 64;

/** A position in a text that is read from left to right. */
export interface Cursor {
  readonly text: string;
  offset: number;
}

/** Thrown inside a notation's parser, and turned into a result at its door. */
export class UnexpectedText extends Error {
  readonly detail: NotationError;

  constructor(cursor: Cursor, expected: readonly string[], details: Pick<NotationError, "isTooDeep"> = {}) {
    super("unexpected text");
    const rest = /^[^\r\n]{0,24}/.exec(cursor.text.slice(cursor.offset, cursor.offset + 24))?.[0].trimEnd() ?? "";
    this.detail = {
      offset: cursor.offset,
      found: rest === "" ? "end of the text" : `\`${rest}\``,
      expected,
      ...details,
    };
  }
}

/** Skips blanks, and a backslash that escapes punctuation: Markdown's `\|`, `\<` and MDX's `\{`. */
export function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const character = cursor.text[cursor.offset];
    const escapes = character === "\\" && isPunctuation(cursor.text.charCodeAt(cursor.offset + 1));
    if (character !== " " && character !== "\t" && character !== "\n" && character !== "\r" && !escapes) return;
    cursor.offset += 1;
  }
}

/** The character at the cursor after blanks; the empty string at the end. */
export function peek(cursor: Cursor): string {
  skipBlanks(cursor);
  return cursor.text[cursor.offset] ?? "";
}

/** Goes past a mark where it stands next. */
export function accept(cursor: Cursor, mark: string): boolean {
  skipBlanks(cursor);
  if (!cursor.text.startsWith(mark, cursor.offset)) return false;
  cursor.offset += mark.length;
  return true;
}

/** Goes past a mark that must stand next. */
export function expect(cursor: Cursor, mark: string): void {
  if (!accept(cursor, mark)) throw new UnexpectedText(cursor, [`\`${mark}\``]);
}

/** Goes past what a sticky pattern matches at the cursor. */
export function acceptPattern(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.offset;
  const found = pattern.exec(cursor.text)?.[0];
  cursor.offset += found?.length ?? 0;
  return found !== undefined;
}

/** Reads a dotted name as `components.Foo`; the empty string where none stands. */
export function readName(cursor: Cursor): string {
  skipBlanks(cursor);
  const match = namePattern(cursor);
  cursor.offset += match.length;
  return match;
}

/** Reads a dotted name that must stand next. */
export function requireName(cursor: Cursor): string {
  const name = readName(cursor);
  if (name === "") throw new UnexpectedText(cursor, ["a type"]);
  return name;
}

function namePattern(cursor: Cursor): string {
  const pattern = /[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*/uy;
  pattern.lastIndex = cursor.offset;
  return pattern.exec(cursor.text)?.[0] ?? "";
}

/** Reads `(url)` after a link's text, with balanced parentheses inside. */
export function readUrl(cursor: Cursor): string {
  if (cursor.text[cursor.offset] !== "(") throw new UnexpectedText(cursor, ["`(` and a link's target"]);
  const start = cursor.offset + 1;
  let depth = 1;
  let at = start;
  for (; at < cursor.text.length; at++) {
    const character = cursor.text[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth === 0) break;
  }
  if (at >= cursor.text.length) throw new UnexpectedText({ text: cursor.text, offset: at }, ["`)`"]);
  cursor.offset = at + 1;
  return cursor.text.slice(start, at).trim();
}

function isPunctuation(unit: number): boolean {
  return (unit > 32 && unit < 48) || (unit > 57 && unit < 65) || (unit > 90 && unit < 97) || (unit > 122 && unit < 127);
}
