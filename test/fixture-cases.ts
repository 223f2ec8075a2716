import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { VFileMessage } from "vfile-message";
import type { SourcePage } from "../src/compile.js";
import type { Options } from "../src/options.js";
import { parseOverrides } from "../src/overrides/parse-overrides.js";
import { type Sample, samplesIn } from "./fixture-samples.js";

/** A folder of fixtures/: pages, and what they must become. */
export interface FixtureCase {
  /** `speakeasy/enum-fence` */
  readonly name: string;
  readonly folder: string;
  readonly pages: readonly SourcePage[];
  readonly options: Options;
  /** The outputs by their paths, without the module that all share. */
  readonly expected: ReadonlyMap<string, string>;
  /** Modules of the user's own that the outputs import. */
  readonly beside: ReadonlyMap<string, string>;
  /** Values that the validators must take or refuse. */
  readonly samples: readonly Sample[];
  /** The lines of messages.txt. */
  readonly messages: readonly string[];
}

const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));

/** Every case, by name. */
export const fixtureCases: readonly FixtureCase[] = readdirSync(fixtures, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory() && entry.name === "pages" && existsSync(join(entry.parentPath, "pages")))
  .map((entry) => readCase(entry.parentPath))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function readCase(folder: string): FixtureCase {
  return {
    name: relative(fixtures, folder).split(sep).join("/"),
    folder,
    pages: [...readTree(join(folder, "pages"))].map(([path, value]) => ({ path, value })),
    options: { ...readJson<Options>(join(folder, "options.json")), ...overridesIn(folder) },
    expected: textsOf(readTree(join(folder, "expected"))),
    beside: textsOf(readTree(join(folder, "beside"))),
    samples: [
      ...samplesIn(readJson(join(folder, "accept.json")) ?? {}, true),
      ...samplesIn(readJson(join(folder, "reject.json")) ?? {}, false),
    ],
    messages: readLines(join(folder, "messages.txt")),
  };
}

/** The overrides of a case, which messages are about at their lines. */
function overridesIn(folder: string): Pick<Options, "overrides"> {
  const file = join(folder, "overrides.json");
  if (!existsSync(file)) return {};
  return { overrides: parseOverrides(readFileSync(file, "utf8"), file, "../overrides.json").overrides };
}

/** The files below a folder by the paths that their names stand for. */
function readTree(folder: string): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (file) =>
          [
            decodeURIComponent(relative(folder, file).split(sep).join("/")),
            new Uint8Array(readFileSync(file)),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function textsOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return new Map([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

function readJson<Value>(file: string): Value | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Value) : undefined;
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

/** The name that a path has in a fixture folder: what some file system refuses stands there as `%22`. */
export function storedPath(path: string): string {
  return path.replace(/[^\w\-./ ()[\]{}+=,;@!#$'~`^&]|[. ](?=\/|$)/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

/** A message as messages.txt has it: `page:line:column-line:column severity rule reason`. */
export function messageLine(message: VFileMessage): string {
  const { place, fatal, ruleId, reason } = message;
  const range = place && "start" in place ? `:${pointText(place.start)}-${pointText(place.end)}` : "";
  const severity = fatal === undefined ? "info" : fatal ? "error" : "warning";
  return visible(`${message.file}${range} ${severity} ${ruleId} ${reason}`);
}

function pointText({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

/** Text without the characters that end, hide or reorder it. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
