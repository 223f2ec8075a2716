import { hiddenPair } from "./hidden-pair.js";

/** Characters that end, reorder or hide text, and halves of surrogate pairs; blanks aside. */
const unsafeCharacter = [
  String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]`,
  String.raw`[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff0-\ufffb]`,
  String.raw`[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0]`,
  // One selector of a variant belongs to the character before it, as in emoji; what follows it is not seen.
  String.raw`(?<=^|[\s\ufe00-\ufe0f])[\ufe00-\ufe0f]`,
  hiddenPair,
  String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
].join("|");

interface UnsafeCharacters {
  readonly character: RegExp;
  /** A whole run of backslashes that stands before an unsafe character or before what its escape looks like. */
  readonly backslashes: RegExp;
}

function unsafeCharacters(pattern: string): UnsafeCharacters {
  return {
    character: new RegExp(pattern, "g"),
    backslashes: new RegExp(String.raw`(?<!\\)\\+(?!\\)(?=u[0-9a-f]{4}|${pattern})`, "g"),
  };
}

const unsafeInText = unsafeCharacters(unsafeCharacter);
const unsafeInLine = unsafeCharacters(`[\\t\\n]|${unsafeCharacter}`);

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Text in which there is nothing to escape, as most is: printable ASCII without a backslash. */
const ordinaryText = /^[ -[\]-~]*$/;

function escapeCharacters(text: string, unsafe: UnsafeCharacters): string {
  if (ordinaryText.test(text)) return text;
  return text.replace(unsafe.backslashes, "$&$&").replace(unsafe.character, escapeUnit);
}

/**
 * Text whose control, bidirectional, invisible and unpaired characters are shown as `\u202e`; tabs and line feeds stay.
 * The backslashes before such a character, and before a literal `u202e`, are doubled, so that the text can be had back.
 */
export function visibleText(text: string): string {
  return escapeCharacters(text, unsafeInText);
}

/** Visible text on one line: tabs and line feeds are escaped too. */
export function visibleLine(text: string): string {
  return escapeCharacters(text, unsafeInLine);
}
