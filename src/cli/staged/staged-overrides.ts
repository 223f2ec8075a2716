import { ConfigError } from "../../config-error.js";
import { readBlobs } from "../git/blobs.js";
import { isFileEntry } from "../git/index-entries.js";
import { overridesName, overridesPage, readOverrides, type StagedOverrides } from "../overrides-file.js";
import type { PageFile } from "../pages.js";
import { isIn, pathIn, type Staging } from "./staging.js";

/** What tells the staged overrides from others: the name of their blob; nothing where none are staged. */
export function stagedOverridesId(staging: Staging): string | undefined {
  const entry = entryOf(staging);
  if (entry === "elsewhere") return readOverrides(staging.settings)?.hash;
  return entry?.id;
}

/** The overrides as they are staged; nothing where they are to be read from the disk. */
export function readStagedOverrides(staging: Staging): StagedOverrides | undefined {
  const entry = entryOf(staging);
  if (entry === "elsewhere") return undefined;
  if (entry === undefined) return { bytes: undefined };
  const bytes = readBlobs(staging.repository, [entry.id]).get(entry.id);
  if (bytes) return { bytes };
  throw new ConfigError(
    `Cannot read the overrides as they are staged: the repository does not have their blob ${entry.id}`,
    "Stage the file again with `git add`, or fetch what is missing.",
  );
}

/** The staged overrides for who shows lines of them. */
export function stagedOverridesPage(staging: Staging): PageFile {
  return {
    path: overridesName(staging.settings),
    get value() {
      const { settings } = staging;
      return overridesPage({ ...settings, overrides: { ...settings.overrides, staged: readStagedOverrides(staging) } })
        .value;
    },
  };
}

/** The staged file; what another repository has, and what a link leads to, is on the disk. */
function entryOf({ repository, settings, entries }: Staging): { readonly id: string } | "elsewhere" | undefined {
  const { file } = settings.overrides;
  if (!isIn(repository, file)) return "elsewhere";
  const place = pathIn(repository, file);
  const entry = entries.find((each) => each.path === place);
  return entry === undefined || isFileEntry(entry) ? entry : "elsewhere";
}
