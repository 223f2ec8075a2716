import type { LiteralValue } from "../model/type.js";
import { isIdentifierName } from "../model/type-name.js";
import { hiddenPair } from "./hidden-pair.js";

declare const codeBrand: unique symbol;

/**
 * TypeScript source that is safe to print. Only this module and `doc-comment.ts` make it, so text of a page cannot
 * reach an output but through an escape: a raw string does not fit.
 */
export type Code = string & { readonly [codeBrand]: true };

/** A template of code: its fixed parts are ours, its holes take code and numbers alone. */
export function code(parts: TemplateStringsArray, ...holes: readonly (Code | number)[]): Code {
  let text = parts[0] ?? "";
  for (let at = 0; at < holes.length; at += 1) text += `${holes[at]}${parts[at + 1]}`;
  return text as Code;
}

const comma = code`, `;

/** Code with a separator between its parts, ", " where none is given. */
export function joinCode(parts: readonly Code[], separator: Code = comma): Code {
  return parts.join(separator) as Code;
}

/** The lines of code. */
export function codeLines(text: Code): readonly Code[] {
  return text.split("\n") as readonly string[] as readonly Code[];
}

/**
 * Characters that end a line, reorder or hide text and that JSON leaves as they are: never raw in an output. It escapes the
 * controls up to U+001F and halves of surrogate pairs.
 */
const unsafeCharacter = new RegExp(
  [
    String.raw`[\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f]`,
    String.raw`[\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]`,
    hiddenPair,
  ].join("|"),
  "g",
);

/** The `\u` escape of a character. */
function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A string literal in double quotes that evaluates to the text. A backslash is written by its number: ts-morph's writer
 * takes the quote after two backslashes for an escaped one, and what follows for part of the string.
 */
export function stringLiteral(text: string): Code {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"` as Code;
  const escaped = JSON.stringify(text).replaceAll("\\\\", "\\u005c");
  return escaped.replace(unsafeCharacter, escapeCharacter) as Code;
}

/** A literal that evaluates to the value; numbers must be finite. */
export function literalCode(value: LiteralValue): Code {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`no literal for ${value}`);
  return (Object.is(value, -0) ? "-0" : String(value)) as Code;
}

/** An identifier; throws where the text is none. */
export function identifier(text: string): Code {
  if (!isIdentifierName(text)) throw new TypeError(`not an identifier: ${JSON.stringify(text)}`);
  return text as Code;
}

/** A property's name in a declaration or an object literal: bare where it may be, else quoted. */
export function propertyName(text: string): Code {
  return isIdentifierName(text) && text !== "__proto__" ? (text as Code) : stringLiteral(text);
}

/** `object["name"]` */
export function elementAccess(object: Code, name: string): Code {
  return code`${object}[${stringLiteral(name)}]`;
}
