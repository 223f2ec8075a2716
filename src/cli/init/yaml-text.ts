import { isDeepStrictEqual } from "node:util";
import { isMap, isPair, isScalar, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import { isObject } from "./json-text.js";

/** A collection of a YAML file, by the keys that lead to it; its last keys may be missing, an empty path is the file. */
export interface Addition {
  readonly path: readonly string[];
  /** Members to add to a map, or entries to a list. */
  readonly value: Readonly<Record<string, unknown>> | readonly unknown[];
}

/** A YAML file with an addition, all other bytes as they are; nothing where that cannot be done safely. */
export function withAddition(text: string, addition: Addition): string | undefined {
  const before = parsed(text);
  if (!before) return undefined;
  const after = inserted(text, before.document, addition);
  const expected = merged(before.value, addition);
  return after !== undefined && isDeepStrictEqual(parsed(after)?.value, expected) ? after : undefined;
}

/** What a YAML file says; nothing where it cannot be read. */
export function yamlValue(text: string): unknown {
  return parsed(text)?.value;
}

function parsed(text: string) {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  try {
    const value: unknown = document.toJS();
    return { document, value };
  } catch {
    return undefined;
  }
}

type Collection = YAMLMap | YAMLSeq;

function inserted(
  text: string,
  document: ReturnType<typeof parseDocument>,
  { path, value }: Addition,
): string | undefined {
  if (document.contents === null) return withLines(text, text.length, blockText(nested(path, value)));
  let collection: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    const found: unknown = isMap(collection) ? collection.get(key, true) : undefined;
    if (found === undefined) return insertInto(text, collection, nested(path.slice(depth), value), depth === 0);
    collection = found;
  }
  return insertInto(text, collection, value, path.length === 0);
}

function insertInto(text: string, collection: unknown, value: Addition["value"], isTop: boolean): string | undefined {
  if (!isBlock(collection)) return undefined;
  const start = collection.range?.[0];
  const end = endOf(collection);
  if (start === undefined || end === undefined) return undefined;
  const margin = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (/[^ ]/.test(margin)) return undefined;
  const lines = blockText(value).replace(/^(?=.)/gm, margin);
  const position = text[end - 1] === "\n" ? end : lineEnd(text, end);
  return withLines(text, position, isTop && isMap(collection) ? `\n${lines}` : lines);
}

function isBlock(node: unknown): node is Collection {
  return (isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0;
}

/** Behind the last value of a collection. */
function endOf(collection: Collection): number | undefined {
  const last = collection.items.at(-1);
  const value: unknown = isPair(last) ? (last.value ?? last.key) : last;
  if ((isMap(value) || isSeq(value)) && value.flow !== true) return endOf(value);
  return isScalar(value) || isMap(value) || isSeq(value) ? value.range?.[1] : undefined;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at + 1;
}

function withLines(text: string, position: number, lines: string): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const [before, behind] = [text.slice(0, position), text.slice(position)];
  const joint = before === "" || before.endsWith("\n") ? "" : newline;
  return before + joint + lines.replace(/\n/g, newline) + behind;
}

function blockText(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

function nested(path: readonly string[], value: Addition["value"]): Readonly<Record<string, unknown>> {
  const all = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return isObject(all) ? all : {};
}

/** What the file is to say: the insertion is compared with it. */
function merged(value: unknown, { path: [key, ...rest], value: added }: Addition): unknown {
  if (key !== undefined) {
    const inner = isObject(value) ? value[key] : undefined;
    return { ...(isObject(value) ? value : {}), [key]: merged(inner, { path: rest, value: added }) };
  }
  if (isObject(added)) return { ...(isObject(value) ? value : {}), ...added };
  return [...(Array.isArray(value) ? value : []), ...(Array.isArray(added) ? added : [])];
}
