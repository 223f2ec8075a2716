/** An object of JSON. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON that may start with a byte order mark. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ""));
}

/** Valid JSON text with one member set; all other bytes, the indentation and the line ends stay. */
export function withMember(text: string, path: readonly [string, ...string[]], value: unknown): string {
  const style = { newline: text.includes("\r\n") ? "\r\n" : "\n", unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? "  " };
  return setIn(text, text.indexOf("{"), path, value, style);
}

interface Style {
  readonly newline: string;
  readonly unit: string;
}

function setIn(text: string, start: number, path: readonly string[], value: unknown, style: Style): string {
  const [key = "", ...rest] = path;
  const object = objectAt(text, start);
  const found = object.members.find((member) => member.key === key);
  const nested = rest.reduceRight<unknown>((inner, each) => ({ [each]: inner }), value);
  if (!found) return insert(text, object, `${JSON.stringify(key)}: `, nested, style);
  if (rest.length > 0 && text[found.start] === "{") return setIn(text, found.start, rest, value, style);
  const margin = marginAt(text, found.keyStart);
  return text.slice(0, found.start) + written(nested, margin ?? "", style) + text.slice(found.end);
}

interface Member {
  readonly key: string;
  readonly keyStart: number;
  readonly start: number;
  readonly end: number;
}

interface ObjectText {
  readonly start: number;
  readonly members: readonly Member[];
  /** Behind the closing brace. */
  readonly end: number;
}

function insert(text: string, { start, members, end }: ObjectText, key: string, value: unknown, style: Style): string {
  const last = members.at(-1);
  const margin = last && marginAt(text, last.keyStart);
  if (last && margin === undefined) {
    return `${text.slice(0, last.end)}, ${key}${JSON.stringify(value)}${text.slice(last.end)}`;
  }
  if (last && margin !== undefined) {
    return `${text.slice(0, last.end)},${style.newline}${margin}${key}${written(value, margin, style)}${text.slice(last.end)}`;
  }
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", start) + 1))?.[0] ?? "";
  const inner = outer + style.unit;
  const member = `${style.newline}${inner}${key}${written(value, inner, style)}${style.newline}${outer}`;
  return `${text.slice(0, start + 1)}${member}${text.slice(end - 1)}`;
}

function written(value: unknown, margin: string, { newline, unit }: Style): string {
  return JSON.stringify(value, null, unit).replaceAll("\n", newline + margin);
}

/** What stands before a key on its line; nothing where that is more than space. */
function marginAt(text: string, keyStart: number): string | undefined {
  const before = text.slice(text.lastIndexOf("\n", keyStart) + 1, keyStart);
  return /^[ \t]*$/.test(before) && text.lastIndexOf("\n", keyStart) !== -1 ? before : undefined;
}

function objectAt(text: string, start: number): ObjectText {
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const keyStart = at;
    const keyEnd = endOfValue(text, at);
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = endOfValue(text, valueStart);
    const key: unknown = JSON.parse(text.slice(keyStart, keyEnd));
    members.push({ key: String(key), keyStart, start: valueStart, end });
    at = skipSpace(text, end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return { start, members, end: at + 1 };
}

function skipSpace(text: string, at: number): number {
  const space = /[ \t\r\n]*/y;
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}

/** Behind a value of valid JSON. */
function endOfValue(text: string, start: number): number {
  const token = /"(?:[^"\\]|\\.)*"|[{[]|[}\]]|[^\s,:{}[\]"]+|[\s,:]+/gy;
  token.lastIndex = start;
  let depth = 0;
  do {
    const [found = ""] = token.exec(text) ?? [];
    if (found === "{" || found === "[") depth += 1;
    if (found === "}" || found === "]") depth -= 1;
    if (found === "") return text.length;
  } while (depth > 0);
  return token.lastIndex;
}
