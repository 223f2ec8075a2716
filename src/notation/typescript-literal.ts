import { type Cursor, skipBlanks, UnexpectedText } from "./cursor.js";

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", 0: "\0" };

/** Reads a string in single or double quotes; the cursor stands at the opening quote. */
export function readString(cursor: Cursor): string {
  const quote = cursor.text[cursor.offset];
  const start = cursor.offset;
  cursor.offset += 1;
  let value = "";
  for (let from = cursor.offset; cursor.offset < cursor.text.length; ) {
    const character = cursor.text[cursor.offset];
    if (character === quote) {
      value += cursor.text.slice(from, cursor.offset);
      cursor.offset += 1;
      return value;
    }
    if (character === "\\") {
      value += cursor.text.slice(from, cursor.offset) + readEscape(cursor);
      from = cursor.offset;
    } else cursor.offset += 1;
  }
  throw new UnexpectedText({ text: cursor.text, offset: start }, ["a string that ends"]);
}

function readEscape(cursor: Cursor): string {
  const character = cursor.text[cursor.offset + 1] ?? "";
  const digits = { u: 4, x: 2 }[character];
  if (character === "u" && cursor.text[cursor.offset + 2] === "{") return readCodePoint(cursor);
  if (digits === undefined) {
    cursor.offset += 2;
    return escapes[character] ?? (character === "\n" ? "" : character);
  }
  const hexadecimal = cursor.text.slice(cursor.offset + 2, cursor.offset + 2 + digits);
  if (!/^[0-9a-fA-F]+$/.test(hexadecimal) || hexadecimal.length < digits) {
    throw new UnexpectedText(cursor, [`${digits} hexadecimal digits after \`\\${character}\``]);
  }
  cursor.offset += 2 + digits;
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

function readCodePoint(cursor: Cursor): string {
  const end = cursor.text.indexOf("}", cursor.offset);
  const value = Number.parseInt(cursor.text.slice(cursor.offset + 3, end < 0 ? undefined : end), 16);
  if (end < 0 || !(value <= 0x10ffff)) throw new UnexpectedText(cursor, ["a code point as `\\u{1F600}`"]);
  cursor.offset = end + 1;
  return String.fromCodePoint(value);
}

/** Reads a number as `-1.5e3` or `1_000`; nothing where none stands next. */
export function readNumber(cursor: Cursor): number | undefined {
  skipBlanks(cursor);
  const pattern = /-?(?:0[xX][0-9a-fA-F]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)/y;
  pattern.lastIndex = cursor.offset;
  const text = pattern.exec(cursor.text)?.[0];
  if (text === undefined) return undefined;
  const digits = text.replaceAll("_", "");
  const value = digits.startsWith("-") ? -Number(digits.slice(1)) : Number(digits);
  if (!Number.isFinite(value)) throw new UnexpectedText(cursor, ["a finite number"]);
  cursor.offset += text.length;
  // To JSON and to every comparison `-0` is 0.
  return value === 0 ? 0 : value;
}
