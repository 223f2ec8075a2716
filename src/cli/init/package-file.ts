import path from "node:path";
import { UsageError } from "../exit-code.js";
import { isObject, type JsonObject, parseJson } from "./json-text.js";

/** A package.json that could be read. */
export interface PackageFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly content: JsonObject;
}

/** Reads a package.json; nothing where there is none, and a `UsageError` where it is damaged. */
export function packageFileOf(file: string, read: (file: string) => string | undefined): PackageFile | undefined {
  const text = read(file);
  if (text === undefined) return undefined;
  const content = parsed(file, text);
  if (!isObject(content)) throw damaged(file, "expected an object");
  const wrong = ["scripts", ...dependencyKeys].find((key) => content[key] !== undefined && !isObject(content[key]));
  if (wrong !== undefined) throw damaged(file, `expected an object as \`${wrong}\``);
  return { path: file, text, content };
}

const dependencyKeys = ["devDependencies", "dependencies", "optionalDependencies", "peerDependencies"];

/** The range in which a package depends on another one; nothing where it does not. */
export function rangeOf({ content }: PackageFile, name: string): string | undefined {
  const groups = dependencyKeys.map((key) => content[key]).filter(isObject);
  const ranges = groups.map((group) => group[name]);
  return ranges.find((range) => typeof range === "string");
}

/** The scripts of a package that are texts. */
export function scriptsOf({ content: { scripts } }: PackageFile): ReadonlyMap<string, string> {
  const entries = Object.entries(isObject(scripts) ? scripts : {});
  return new Map(entries.flatMap(([name, script]) => (typeof script === "string" ? [[name, script]] : [])));
}

function parsed(file: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
}

function damaged(file: string, reason: string): UsageError {
  return new UsageError(
    `Cannot read \`${path.basename(file)}\`: ${reason}`,
    `Mend \`${file}\`, and run \`modelmark init\` again.`,
  );
}
