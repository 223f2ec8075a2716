import { type Stats, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type LilconfigResult, type Loaders, lilconfig } from "lilconfig";
import type { Config } from "../config.js";
import { ConfigError } from "../config-error.js";
import { repositoryRoot } from "./repository-root.js";
import { codeOf, reasonOf } from "./system-error.js";

/** A configuration, where it stands, and the folder that its paths are relative to. */
export interface ConfigFile {
  /** Absolute; nothing where there is none, and all is as by default. */
  readonly file?: string | undefined;
  readonly folder: string;
  readonly config: Config;
}

/** Which configuration is read: the one that is named, and programs only where they may be. */
export interface ConfigChoice {
  readonly config?: string | undefined;
  /** Whether a configuration may be a program, which is run. */
  readonly configCode: boolean;
}

/** Reads the configuration that a flag names, else the nearest one upwards to the repository's root. */
export async function loadConfigFile(cwd: string, { config: named, configCode }: ConfigChoice): Promise<ConfigFile> {
  const loaders = configCode ? allLoaders : dataLoaders;
  const found = named === undefined ? await search(cwd, loaders) : await load(path.resolve(cwd, named), named, loaders);
  if (!found) return { folder: cwd, config: {} };
  const file = path.relative(cwd, found.filepath);
  if (isNothing(found.config)) throw nothingIn(file, found);
  const config = await parsed(found.config, file);
  return { file: found.filepath, folder: path.dirname(found.filepath), config };
}

const extensions = ["ts", "mts", "js", "mjs", "json"];

/** The files that may hold a configuration, in a folder, the first one first. */
export const configPlaces: readonly string[] = [
  ...extensions.map((extension) => `modelmark.config.${extension}`),
  "package.json",
];

/** Every file that a run from a folder may take its configuration from, absolute. */
export function configFilesFrom(cwd: string, named: string | undefined): readonly string[] {
  if (named !== undefined) return [path.resolve(cwd, named)];
  const isLast = cwd === path.dirname(cwd) || cwd === repositoryRoot(cwd);
  const here = configPlaces.map((place) => path.join(cwd, place));
  return isLast ? here : [...here, ...configFilesFrom(path.dirname(cwd), named)];
}

const readJson = named((_file, content) => JSON.parse(content.replace(/^\ufeff/, "")));

const allLoaders: Loaders = {
  ".ts": named(importTypeScript),
  ".mts": named(importTypeScript),
  ".js": named(importJavaScript),
  ".mjs": named(importJavaScript),
  ".json": readJson,
};

/** A program is refused, since a run without the configuration that is meant would write other outputs. */
const dataLoaders: Loaders = {
  ...Object.fromEntries(Object.keys(allLoaders).map((extension) => [extension, refuseProgram])),
  ".json": readJson,
};

function optionsWith(loaders: Loaders) {
  return { searchPlaces: [...configPlaces], ignoreEmptySearchPlaces: false, cache: false, loaders };
}

async function search(cwd: string, loaders: Loaders): Promise<LilconfigResult> {
  for (const file of configFilesFrom(cwd, undefined)) requireFile(file, path.relative(cwd, file));
  const stopDir = repositoryRoot(cwd) ?? path.parse(cwd).root;
  try {
    return await lilconfig("modelmark", { ...optionsWith(loaders), stopDir }).search(cwd);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`Cannot read the configuration: ${reasonOf(error)}`, searchHint);
  }
}

const searchHint = `Mend the file, or name another one with --config. These are looked for: ${configPlaces.join(", ")}.`;

async function load(file: string, asNamed: string, loaders: Loaders): Promise<LilconfigResult> {
  if (!Object.hasOwn(loaders, path.extname(file))) {
    throw new ConfigError(
      `Unexpected configuration file \`${asNamed}\``,
      `It may end in ${Object.keys(loaders).join(", ")}.`,
    );
  }
  requireFile(file, asNamed);
  try {
    return await lilconfig("modelmark", optionsWith(loaders)).load(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const absent = codeOf(error) === "ENOENT";
    const hint = absent ? "--config names a file relative to the current folder." : "Mend the file.";
    throw new ConfigError(`Cannot read \`${asNamed}\`: ${reasonOf(error)}`, hint);
  }
}

/** A pipe would be waited for; what cannot be looked at, the reading says. */
function requireFile(file: string, shown: string): void {
  const status = statusOf(file);
  if (!status || status.isFile()) return;
  const kind = status.isDirectory() ? "folder" : "socket, pipe or device";
  throw new ConfigError(`Unexpected ${kind} \`${shown}\`, expected a file`, "Remove it, or name a file with --config.");
}

function statusOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function refuseProgram(file: string): never {
  throw new ConfigError(
    `Unexpected program \`${path.basename(file)}\` as the configuration, expected JSON`,
    `--no-config-code runs none: write \`${file}\` as modelmark.config.json, or leave the flag out where you trust it.`,
  );
}

/** Reads a configuration from a text that a file may not hold; nothing where it is a package.json without our key. */
export async function configOf(
  file: string,
  text: string,
  cwd: string,
  { configCode }: ConfigChoice,
): Promise<ConfigFile | undefined> {
  const shown = path.relative(cwd, file);
  const isPackage = path.basename(file) === "package.json";
  const isData = path.extname(file) === ".json";
  if (!isData && !configCode) refuseProgram(file);
  if (text.trim() === "") throw nothingIn(shown, { config: undefined, filepath: file, isEmpty: true });
  const content: unknown = await (isData ? readJson : named(evaluate))?.(file, text);
  const config = isPackage ? memberOf(content, "modelmark") : content;
  if (isNothing(config) && isPackage) return undefined;
  if (isNothing(config)) throw nothingIn(shown, { config, filepath: file });
  return { file, folder: path.dirname(file), config: await parsed(config, shown) };
}

function isNothing(config: unknown): config is undefined | null {
  return config === undefined || config === null;
}

function memberOf(value: unknown, name: string): unknown {
  return Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
}

/** Runs a text as the module that a file would be; what it imports comes from the disk. */
async function evaluate(file: string, text: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false });
  // Of other extensions jiti reads the file itself.
  const loaded = await jiti.evalModule(text, { id: file, filename: file, ext: ".mts", async: true });
  return Object.hasOwn(Object(loaded), "__esModule") ? memberOf(loaded, "default") : loaded;
}

async function importTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false });
  const loaded = await jiti.import<{ readonly default?: unknown }>(file);
  return loaded.default;
}

async function importJavaScript(file: string): Promise<unknown> {
  // Node keeps what it has loaded, by address, and CommonJS by path too; `watch` loads a file again that changed.
  delete createRequire(import.meta.url).cache[file];
  const address = `${pathToFileURL(file).href}?${statSync(file).mtimeMs}`;
  const loaded: { readonly default?: unknown } = await import(address);
  return loaded.default;
}

/** The loader, with errors that name the file. */
function named(loader: (file: string, content: string) => unknown): Loaders[string] {
  return async (file, content) => {
    try {
      return await loader(file, content);
    } catch (error) {
      throw new ConfigError(`Cannot read \`${path.basename(file)}\`: ${firstLineOf(error)}`, `Mend \`${file}\`.`);
    }
  };
}

function firstLineOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const [line = ""] = reason.split("\n");
  return line;
}

function nothingIn(file: string, found: NonNullable<LilconfigResult>): ConfigError {
  if (found.isEmpty) return new ConfigError(`Unexpected empty file \`${file}\``, "Write `{}`, or remove it.");
  if (path.basename(file) === "package.json") {
    return new ConfigError(`Missing key \`modelmark\` in \`${file}\``, "Add it, or name another file with --config.");
  }
  return new ConfigError(`Missing default export in \`${file}\``, "Write `export default defineConfig({ … })`.");
}

/** Most repositories have no configuration, and what checks one takes a while to load. */
async function parsed(config: unknown, file: string): Promise<Config> {
  const { parseConfig } = await import("../config.js");
  try {
    return parseConfig(config);
  } catch (error) {
    // A program may give what throws where it is read.
    const hint = error instanceof ConfigError ? error.hint : `Mend \`${file}\`.`;
    throw new ConfigError(`${file}: ${firstLineOf(error)}`, hint);
  }
}
