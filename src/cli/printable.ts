/** Controls, format characters (bidi among them), line separators and lone surrogates: what a terminal may act on. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What build services take for a command wherever it stands in a line: `##[error]`, `##vso[…]`, `##teamcity[…]`. */
const marked = /#(?=#\w*\[)/g;

/** What GitHub takes for a command where a line starts with it, behind blanks; colours may be left out of a log. */
const leading = /^((?:[^\S\n]|\p{Cc}\[[\d;]*m)*):(?=:)/gmu;

/** Text of a page or a file name with every character that a terminal may act on written as `\u001b`. */
export function printable(text: string): string {
  return text.replace(hidden, escaped).replace(marked, escaped);
}

/** Text of several lines, each printable and ended. */
export function printableLines(text: string): string {
  return text.replace(/[^\n]+\n?/g, (line) => `${printable(line.trimEnd())}\n`);
}

/** Finished lines that no build service takes for commands; in JSON they mean the same. */
export function withoutCommands(lines: string): string {
  return lines.replace(marked, escaped).replace(leading, (_whole, before: string) => `${before}${escaped(":")}`);
}

/** JSON whose strings hold no character that a terminal may act on; it means the same. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, plain, 2);
  return json.replace(hidden, (character) => (character === "\n" ? character : escaped(character)));
}

/** The text cut to a width, with `…` where it is cut. */
export function clipped(text: string, width: number): string {
  if (text.length <= width) return text;
  return `${text.slice(0, width - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => ({ key, value: each }));
  return value instanceof Set ? [...value] : value;
}
