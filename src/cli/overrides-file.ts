import { realpathSync } from "node:fs";
import { ConfigError } from "../config-error.js";
import { limitsOf } from "../diagnostics/limits.js";
import type { Options } from "../options.js";
import { realPathOf } from "./disk.js";
import { pageHashOf } from "./manifest.js";
import { isWithin, type PageFile } from "./pages.js";
import { readRegular, TooLarge } from "./regular-file.js";
import { relativePath } from "./relative-path.js";
import { repositoryRoot } from "./repository-root.js";
import { codeOf, reasonOf } from "./system-error.js";

/** Where overrides are kept. */
export interface OverridesPlace {
  /** Absolute; by default nothing need stand there. */
  readonly file: string;
  /** As the configuration names it, so that it must be there. */
  readonly named: string | undefined;
  /** In a run over git's index: what is staged there. */
  readonly staged?: StagedOverrides | undefined;
}

/** The overrides that are staged; nothing where none are. */
export interface StagedOverrides {
  readonly bytes: Buffer | undefined;
}

/** The overrides of a run as they were read. */
export interface ReadOverrides {
  readonly bytes: Buffer;
  /** As `pageHashOf` gives it. */
  readonly hash: string;
}

/** How the file is called that stands beside the configuration. */
export const defaultOverridesFile = "modelmark.overrides.json";

/** What a run has of its settings to find overrides. */
interface OverridesSettings {
  readonly docs: string;
  readonly folder: string;
  readonly options: Options;
  readonly overrides: OverridesPlace;
}

/** The overrides file as messages call it: relative to the docs folder, with `/`. */
export function overridesName({ docs, overrides }: Pick<OverridesSettings, "docs" | "overrides">): string {
  return relativePath(docs, overrides.file);
}

/** Reads the overrides, of which nothing need be there where the configuration names none; a `ConfigError` where they cannot be read. */
export function readOverrides({ folder, options, overrides }: OverridesSettings): ReadOverrides | undefined {
  const { file, named, staged } = overrides;
  const most = limitsOf(options).overridesBytes;
  const bytes = staged ? staged.bytes : bytesAt(file, folder, most);
  if (bytes && bytes.length > most) throw tooLarge(relativePath(folder, file), bytes.length, most);
  if (bytes) return { bytes, hash: pageHashOf(bytes) };
  if (named === undefined) return undefined;
  const where = staged ? ", which is not staged" : "";
  throw new ConfigError(
    `Missing overrides file \`${named}\`${where}`,
    'Write `{ "version": 1, "overrides": [] }` there, or take `overrides` out of the configuration.',
  );
}

/** The options of a run with its overrides; they are parsed where something is compiled. */
export async function withOverrides(settings: OverridesSettings, read: ReadOverrides | undefined): Promise<Options> {
  if (!read) return settings.options;
  const { parseOverrides } = await import("../overrides/parse-overrides.js");
  const shown = relativePath(settings.folder, settings.overrides.file);
  const { overrides } = parseOverrides(textOf(read.bytes, shown), shown, overridesName(settings));
  return { ...settings.options, overrides };
}

/** The overrides file for who shows lines of it. */
export function overridesPage(settings: OverridesSettings): PageFile {
  return {
    path: overridesName(settings),
    get value() {
      try {
        return readOverrides(settings)?.bytes ?? new Uint8Array();
      } catch {
        return new Uint8Array();
      }
    },
  };
}

/** The text of an overrides file, with its byte order mark; a `ConfigError` where it is none. `shown`: the file as errors call it. */
export function textOf(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ConfigError(`Cannot read \`${shown}\`: it is not UTF-8`, "Save the file as UTF-8.");
  }
}

function bytesAt(file: string, folder: string, most: number): Buffer | undefined {
  const shown = relativePath(folder, file);
  try {
    return readRegular(followed(file, folder, shown), "refuse", most);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    if (error instanceof ConfigError) throw error;
    if (error instanceof TooLarge) throw tooLarge(shown, error.size, most);
    throw new ConfigError(`Cannot read \`${shown}\`: ${reasonOf(error)}`, "Mend the file, or remove it.");
  }
}

/** The error of an overrides file that has more bytes than are read. */
export function tooLarge(shown: string, size: number, most: number): ConfigError {
  return new ConfigError(
    `Unexpected overrides file \`${shown}\` of ${size} bytes, expected at most ${most}`,
    "Split the docs folder, or set `limits.overridesBytes` in the configuration.",
  );
}

/** A symbolic link leads to a file of the repository: a checkout brings links along that its user has not read. */
function followed(file: string, folder: string, shown: string): string {
  const target = realpathSync(file);
  const root = repositoryRoot(folder);
  const isOutside = root !== undefined && isWithin(root, file) && !isWithin(realPathOf(root), target);
  if (!isOutside) return target;
  throw new ConfigError(
    `Unexpected symbolic link \`${shown}\` out of the repository, expected a file in it`,
    "Put the file itself there.",
  );
}
