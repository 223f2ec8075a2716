import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import type { Config } from "../config.js";
import type { Options } from "../options.js";
import type { Flags } from "./arguments.js";
import { type ConfigFile, loadConfigFile } from "./config-file.js";
import { realPathOf } from "./disk.js";
import { UsageError } from "./exit-code.js";
import { defaultOverridesFile, type OverridesPlace } from "./overrides-file.js";
import { isWithin } from "./pages.js";
import { repositoryRoot } from "./repository-root.js";
import { codeOf, reasonOf } from "./system-error.js";

/** What a run works with: the flags over the configuration over the defaults. */
export interface Settings {
  /** The configuration file, absolute; nothing where there is none. */
  readonly configFile: string | undefined;
  /** The configuration's folder, or the current one where there is none; absolute. */
  readonly folder: string;
  /** The folder of the pages, absolute. */
  readonly docs: string;
  /** The folder of the outputs, absolute. */
  readonly out: string;
  /** Without overrides, which are read where something is compiled. */
  readonly options: Options;
  readonly overrides: OverridesPlace;
  readonly maxWarnings: number | undefined;
  /** How many threads a run may use; left out, as many as pay. */
  readonly concurrency?: number | undefined;
}

/** Puts flags and configuration together; a `UsageError` where there is no docs folder. */
export async function loadSettings(flags: Flags, cwd: string): Promise<Settings> {
  const settings = settingsOf(flags, cwd, await loadConfigFile(cwd, flags));
  requireFolder(settings.docs, cwd);
  return settings;
}

/** The flags over a configuration over the defaults. */
export function settingsOf(flags: Flags, cwd: string, { file, folder, config }: ConfigFile): Settings {
  return {
    configFile: file,
    folder,
    docs: located("docs", flags, cwd, config.docs ?? "models-docs", folder),
    out: located("out", flags, cwd, config.out ?? "generated", folder),
    options: optionsOf(config),
    overrides: overridesPlaceOf(flags, cwd, config.overrides, folder),
    maxWarnings: flags.maxWarnings ?? config.maxWarnings,
    concurrency: flags.concurrency,
  };
}

function located(key: "docs" | "out", flags: Flags, cwd: string, configured: string, folder: string): string {
  const flag = flags[key];
  if (flag !== undefined) return path.resolve(cwd, flag);
  const place = path.resolve(folder, configured);
  const root = repositoryRoot(folder);
  if (root === undefined) return place;
  const isNamedOutside = !isWithin(root, place);
  // A checkout brings links along, and data, that its user has not read.
  const leadsOut = isNamedOutside ? !flags.configCode : !isWithin(realPathOf(root), realPathOf(place));
  if (leadsOut) throw outside(key, isNamedOutside ? "folder" : "symbolic link", path.relative(cwd, place));
  return place;
}

/** Data that nobody has read may not name a file out of the repository. */
function overridesPlaceOf(flags: Flags, cwd: string, named: string | undefined, folder: string): OverridesPlace {
  const file = path.resolve(folder, named ?? defaultOverridesFile);
  const root = repositoryRoot(folder);
  if (root === undefined || isWithin(root, file) || flags.configCode) return { file, named };
  throw new UsageError(
    `Unexpected overrides file \`${path.relative(cwd, file)}\` out of the repository, expected a file in it`,
    "Where it is meant, leave out --no-config-code.",
  );
}

function outside(key: "docs" | "out", found: string, shown: string): UsageError {
  return new UsageError(
    `Unexpected ${found} \`${shown}\` out of the repository, expected a folder in it`,
    `Where it is meant, name it with --${key}.`,
  );
}

function optionsOf(config: Config): Options {
  const {
    $schema: _schema,
    docs: _docs,
    out: _out,
    overrides: _overrides,
    maxWarnings: _maxWarnings,
    ...options
  } = config;
  return options;
}

/** Throws a `UsageError` where there is no docs folder, or none that can be read. */
export function requireFolder(docs: string, cwd: string, hint: string = folderHint): void {
  const shown = path.relative(cwd, docs) || ".";
  if (!isFolder(docs, shown, hint)) {
    throw new UsageError(`Unexpected file \`${shown}\`, expected a folder`, "--docs names the folder of the pages.");
  }
}

const folderHint = "Name the folder of the pages with --docs, or with `docs` in the configuration.";

function isFolder(docs: string, shown: string, hint: string): boolean {
  try {
    const found = statSync(docs).isDirectory();
    // A folder that cannot be read looks empty, and outputs of pages that are gone are deleted.
    if (found) accessSync(docs, constants.R_OK | constants.X_OK);
    return found;
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new UsageError(`Missing docs folder \`${shown}\``, hint);
    throw new UsageError(`Cannot read the docs folder \`${shown}\`: ${reasonOf(error)}`, hint);
  }
}
