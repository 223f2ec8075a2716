import { type Dirent, lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { LearnSource } from "../../learn/learn-from.js";
import { readDocument } from "../../learn/openapi/document.js";
import { mostSampleBytes, type Sample } from "../../learn/samples/learn-samples.js";
import { mostCharacters, type SourceText } from "../../learn/types/read-types.js";
import type { Options } from "../../options.js";
import { UsageError } from "../exit-code.js";
import { byCodeUnits, isHiddenName, isWithin } from "../pages.js";
import { type LinkReading, readRegular, TooLarge } from "../regular-file.js";
import { relativePath } from "../relative-path.js";
import { requireFolder } from "../settings.js";
import { codeOf, reasonOf } from "../system-error.js";
import { lookAtDocs } from "./look-at-docs.js";

/** So many files of a source are read: real SDKs have up to 1,000. */
const mostFiles = 50_000;

/** An OpenAPI document of more bytes is not read; GitHub's has 12 million. */
const mostBytes = 134_217_728;

/** Reads the types below a folder; a `UsageError` where there are none. */
export function readTypesFolder(named: string, cwd: string): LearnSource {
  const folder = path.resolve(cwd, named);
  const names = listFiles(folder, named, (name) => /(?<!\.d)\.ts$/.test(name));
  const files = names.map((file): SourceText => {
    const text = textAt(path.join(folder, file), file, "refuse", 4 * mostCharacters);
    // As much as shows that it is too large.
    return { path: file, text: text ?? " ".repeat(mostCharacters + 1) };
  });
  if (files.length > 0) return { kind: "types", files };
  throw new UsageError(`Missing TypeScript in \`${named}\``, "Name the folder of the SDK's models, as `src/models`.");
}

/** Lists the files of a kind below a folder, sorted; links are not followed. */
function listFiles(root: string, named: string, isMeant: (name: string) => boolean): readonly string[] {
  const files: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(path.join(root, folder), named)) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isHiddenName(entry.name)) continue;
      if (entry.isDirectory()) folders.push(file);
      else if (entry.isFile() && isMeant(entry.name)) files.push(file);
      if (files.length > mostFiles) {
        throw new UsageError(
          `Unexpected ${files.length} files in \`${named}\`, expected at most ${mostFiles}`,
          "Name the folder that holds them alone, as `src/models`.",
        );
      }
    }
  }
  return files.sort(byCodeUnits);
}

function entriesOf(folder: string, named: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(named, error);
  }
}

function unreadable(named: string, error: unknown): UsageError {
  if (codeOf(error) === "ENOENT") return new UsageError(`Missing \`${named}\``, "Name what is there.");
  return new UsageError(`Cannot read \`${named}\`: ${reasonOf(error)}`, "Mend the cause, or name another one.");
}

/** The text of a file; nothing where it has more bytes than are read. */
function textAt(place: string, named: string, links: LinkReading, most: number): string | undefined {
  try {
    return readRegular(place, links, most).toString("utf8");
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw unreadable(named, error);
  }
}

/** Reads an OpenAPI document, called by its path below a folder; a `UsageError` where it is none. */
export function readOpenApi(named: string, cwd: string, folder: string): LearnSource {
  const result = readDocument(nameBelow(folder, path.resolve(cwd, named)), documentText(named, cwd));
  if (result.ok) return { kind: "openapi", document: result.document };
  throw new UsageError(`${result.reason} in \`${named}\``, "Name an OpenAPI document of version 3 in JSON or YAML.");
}

/** A file's path from a folder that it is in, which is the same on every machine; of one that is elsewhere the name alone. */
function nameBelow(folder: string, file: string): string {
  return isWithin(folder, file) ? relativePath(folder, file) : path.basename(file);
}

function documentText(named: string, cwd: string): string {
  try {
    return readRegular(path.resolve(cwd, named), "follow", mostBytes).toString("utf8");
  } catch (error) {
    throw unreadable(named, error);
  }
}

/** Reads another language's pages; a `UsageError` where there is no such folder. */
export async function readOtherDocs(named: string, cwd: string, { limits }: Options): Promise<LearnSource> {
  const docs = path.resolve(cwd, named);
  requireFolder(docs, cwd, "Name the docs folder of an SDK in another language.");
  const { schema: other } = await lookAtDocs(docs, { limits });
  if (other.models.size > 0) return { kind: "docs", other };
  throw new UsageError(`Missing model pages in \`${named}\``, "Name the docs folder of an SDK in another language.");
}

/** Reads recorded payloads, each of the model that its file or its folder is called as; of one model all are called as in its folder. */
export function readSamples(named: string, model: string | undefined, cwd: string): LearnSource {
  const place = path.resolve(cwd, named);
  const isOne = isJson(place) && !lstatSync(place, { throwIfNoEntry: false })?.isDirectory();
  const folder = isOne ? path.dirname(place) : place;
  const files = isOne ? [path.basename(place)] : listFiles(folder, named, isJson);
  if (files.length === 0) {
    throw new UsageError(`Missing payloads in \`${named}\``, "Name a folder of files in JSON, or one of them.");
  }
  // A link that the user names is followed, one that was found is not.
  const links = isOne ? "follow" : "refuse";
  const samples = files.map((file): Sample => {
    const text = textAt(path.join(folder, file), file, links, mostSampleBytes);
    return model === undefined ? { file, text, model: modelCalledAs(file) } : { file: `${model}/${file}`, text, model };
  });
  return { kind: "samples", samples };
}

function isJson(name: string): boolean {
  return name.endsWith(".json");
}

/** `Order` of `Order.json` and of `Order/1.json`. */
function modelCalledAs(file: string): string {
  return file.split("/").at(-2) ?? file.replace(/\.json$/, "");
}
