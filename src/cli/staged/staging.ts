import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { ConfigError } from "../../config-error.js";
import type { Flags } from "../arguments.js";
import { type ConfigFile, configFilesFrom, configOf, loadConfigFile } from "../config-file.js";
import { realPathOf } from "../disk.js";
import type { Environment } from "../environment.js";
import { UsageError } from "../exit-code.js";
import { blobIdOf, readBlobs } from "../git/blobs.js";
import { type IndexEntry, isFileEntry, listEntries } from "../git/index-entries.js";
import { belongsTo, type Repository, repositoryAround } from "../git/repository.js";
import { lineFeedsOnly } from "../line-feeds.js";
import { isWithin } from "../pages.js";
import { readRegular } from "../regular-file.js";
import { relativePath } from "../relative-path.js";
import { type Settings, settingsOf } from "../settings.js";

/** What a run works with: the index, and the settings that stand in it. */
export interface Staging {
  readonly repository: Repository;
  readonly settings: Settings;
  /** The folders from the top of the working tree, each with a `/` at its end; empty where it is the top itself. */
  readonly docs: string;
  readonly out: string;
  /** Everything that is staged in both folders, of the configuration and of the overrides. */
  readonly entries: readonly IndexEntry[];
}

/** Reads the settings and the list of what is staged; `repository`: where that is known already. */
export async function loadStaging(flags: Flags, environment: Environment, repository?: Repository): Promise<Staging> {
  const { cwd } = environment;
  const working = await workingConfig(flags, cwd);
  const guess = settingsOf(flags, cwd, working.config);
  const staging = stagingOf(guess, flags, environment, repository);
  const settings = settingsOf(flags, cwd, await stagedConfig(staging, working, flags, cwd));
  const isSame = (["docs", "out", "overrides"] as const).every((key) => isDeepStrictEqual(settings[key], guess[key]));
  return isSame ? { ...staging, settings } : stagingOf(settings, flags, environment, repository);
}

/** Lists again what is staged. */
export function listAgain(staging: Staging, flags: Flags, { cwd }: Pick<Environment, "cwd">): Staging {
  return { ...staging, entries: listEntries(staging.repository, listedPaths(staging, flags, cwd)) };
}

/** The configuration of the working tree, which says what the staged one most likely says. */
interface Working {
  readonly config: ConfigFile;
  /** Why it could not be read. */
  readonly error?: unknown;
}

async function workingConfig(flags: Flags, cwd: string): Promise<Working> {
  try {
    return { config: await loadConfigFile(cwd, flags) };
  } catch (error) {
    return { config: { folder: cwd, config: {} }, error };
  }
}

function stagingOf(settings: Settings, flags: Flags, environment: Environment, known?: Repository): Staging {
  const repository = known ?? repositoryAround(settings.docs, environment);
  const folderAt = (folder: string, name: string): string => {
    if (!belongsTo(repository, folder)) throw elsewhere(name, path.relative(environment.cwd, folder));
    const below = pathIn(repository, folder);
    return below === "" ? "" : `${below}/`;
  };
  const docs = folderAt(settings.docs, "docs");
  const out = folderAt(settings.out, "output");
  const entries = listEntries(repository, listedPaths({ repository, settings, docs, out }, flags, environment.cwd));
  return { repository, settings, docs, out, entries };
}

function listedPaths(
  { repository, settings, docs, out }: Omit<Staging, "entries">,
  flags: Flags,
  cwd: string,
): readonly string[] {
  const folders = [docs, out].map((folder) => folder.slice(0, -1) || ".");
  const { file } = settings.overrides;
  const files = [...configFilesIn(repository, flags, cwd), ...(isIn(repository, file) ? [file] : [])];
  return [...folders, ...files.map((each) => pathIn(repository, each))];
}

function configFilesIn(repository: Repository, flags: Flags, cwd: string): readonly string[] {
  const files = configFilesFrom(cwd, flags.config);
  return files.filter((file) => isIn(repository, file));
}

/** Whether the index of a repository may have a file. */
export function isIn(repository: Repository, file: string): boolean {
  return belongsTo(repository, path.dirname(file));
}

/** A path from the top of the working tree. */
export function pathIn({ folder }: Repository, place: string): string {
  const real = path.join(realPathOf(path.dirname(place)), path.basename(place));
  const followed = isWithin(folder, realPathOf(place)) ? realPathOf(place) : real;
  return relativePath(folder, followed);
}

function elsewhere(name: string, shown: string): UsageError {
  return new UsageError(
    `The ${name} folder \`${shown}\` is in another repository than the docs folder`,
    "What is staged in two repositories cannot be compared: run without --staged there.",
  );
}

/** The configuration as it is staged; one of another repository, as it is on the disk. */
async function stagedConfig(staging: Staging, working: Working, flags: Flags, cwd: string): Promise<ConfigFile> {
  const { repository, entries } = staging;
  const files = configFilesIn(repository, flags, cwd);
  const staged = new Map(entries.map((entry) => [entry.path, entry]));
  for (const file of files) {
    const entry = staged.get(pathIn(repository, file));
    if (entry === undefined) continue;
    const config = await configAt(file, entry, { repository, working, cwd, flags });
    if (config) return config;
  }
  if (files.length === 0) {
    if (working.error) throw working.error;
    return working.config;
  }
  if (flags.config !== undefined) throw notStaged(flags.config);
  return { folder: cwd, config: {} };
}

interface Sources {
  readonly repository: Repository;
  readonly working: Working;
  readonly cwd: string;
  readonly flags: Flags;
}

async function configAt(file: string, entry: IndexEntry, sources: Sources): Promise<ConfigFile | undefined> {
  const { repository, working, cwd, flags } = sources;
  const standing = bytesAt(file);
  const isSame =
    standing && [standing, lineFeedsOnly(standing)].some((bytes) => blobIdOf(bytes, entry.id) === entry.id);
  if (isSame && working.config.file === file) return working.config;
  // A link is followed on the disk.
  if (!isFileEntry(entry)) return await loadConfigFile(cwd, { ...flags, config: file });
  const bytes = readBlobs(repository, [entry.id]).get(entry.id);
  if (!bytes) throw withoutBlob(path.relative(cwd, file), entry.id);
  return await configOf(file, bytes.toString(), cwd, flags);
}

function bytesAt(file: string): Buffer | undefined {
  try {
    return readRegular(file, "follow");
  } catch {
    return undefined;
  }
}

function withoutBlob(shown: string, id: string): ConfigError {
  return new ConfigError(
    `Cannot read \`${shown}\` as it is staged: the repository does not have its blob ${id}`,
    "Stage the file again with `git add`, or fetch what is missing.",
  );
}

function notStaged(name: string): ConfigError {
  return new ConfigError(
    `Missing configuration in \`${name}\` as it is staged`,
    "Stage the file with `git add`, or leave out --staged.",
  );
}
