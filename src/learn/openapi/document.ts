import { parse } from "yaml";
import { nestsTooDeep } from "../../markdown/yaml-nesting.js";

/** An object of JSON or YAML. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An OpenAPI document, as data that nothing vouches for. */
export interface OpenApiDocument {
  /** What sources call it: the path of its file, or the name. */
  readonly name: string;
  readonly root: JsonObject;
}

/** A document, or why the text is none. */
export type DocumentResult =
  | { readonly ok: true; readonly document: OpenApiDocument }
  | { readonly ok: false; readonly reason: string };

/** So often an alias may repeat what it stands for: a bomb of aliases is refused. */
const mostAliases = 1000;

/** Reads an OpenAPI document of version 3, in JSON or YAML. */
export function readDocument(name: string, content: string): DocumentResult {
  const text = content.replace(/^\ufeff/, "");
  let root: unknown;
  try {
    root = jsonOf(text);
    if (root === undefined && nestsTooDeep(text)) {
      return { ok: false, reason: "Unexpected nesting, expected a document that is less deep" };
    }
    root ??= parse(text, { maxAliasCount: mostAliases, merge: true, uniqueKeys: false, logLevel: "error" });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split("\n")[0]?.replace(/:$/, "") : String(error);
    return { ok: false, reason: `Unexpected text, expected JSON or YAML: ${detail}` };
  }
  const version = isObject(root) ? own(root, "openapi") : undefined;
  // Without quotes, `3.1` is a number.
  if (isObject(root) && /^3\./.test(String(version))) {
    return { ok: true, document: { name, root } };
  }
  const found = version === undefined ? "no key `openapi`" : `\`openapi: ${String(version).slice(0, 20)}\``;
  return { ok: false, reason: `Unexpected document with ${found}, expected an OpenAPI document of version 3` };
}

/** JSON is YAML, but read in a fiftieth of the time. */
function jsonOf(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object itself has at a key: names such as `constructor` are data like any other. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What stands at a path of keys and indexes. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined;
    else value = isObject(value) ? own(value, key) : undefined;
  }
  return value;
}

/** A JSON pointer as a URI's fragment, from its parts. */
export function pointerOf(...parts: readonly string[]): string {
  return `#${parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

/** A pointer that goes further. */
export function below(pointer: string, ...parts: readonly string[]): string {
  return pointer + pointerOf(...parts).slice(1);
}

/** The keys and indexes of a JSON pointer in a URI's fragment; nothing where the text is none. */
export function pathOfPointer(pointer: string): readonly string[] | undefined {
  if (pointer === "#") return [];
  if (!pointer.startsWith("#/")) return undefined;
  return pointer
    .slice(2)
    .split("/")
    .map((part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
