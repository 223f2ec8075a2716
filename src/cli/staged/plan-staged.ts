import type { OutputFile } from "../../compile.js";
import type { Disk } from "../disk.js";
import { filteredId, filteredPaths, filteredText } from "../git/attributes.js";
import { blobIdOf, readBlobs } from "../git/blobs.js";
import type { IndexEntry } from "../git/index-entries.js";
import { manifestPath, readManifest } from "../manifest.js";
import { type Change, planChanges } from "../plan.js";
import { findStagedLeftovers, type StagedOutputs, stagedDisk, stagedOutputsOf } from "./staged-outputs.js";
import type { Staging } from "./staging.js";

/** What a run would do to the outputs as they are staged. */
export interface StagedPlan {
  readonly outputs: StagedOutputs;
  readonly changes: readonly Change[];
  /** The name that git gives to the text of an output. */
  readonly idOf: (output: OutputFile) => string;
  /** The outputs that git stores as other bytes than their texts. */
  readonly filtered: ReadonlySet<string>;
}

/** Compares what a run makes with the staged outputs. */
export function planStaged(
  staging: Staging,
  files: readonly OutputFile[],
  manifestOf: (files: readonly OutputFile[]) => string,
): StagedPlan {
  const { repository, out, entries } = staging;
  const outputs = stagedOutputsOf(staging);
  const standing = [...outputs.entries.keys()].filter((file) => file.endsWith(".ts"));
  const paths = [...new Set([...files.map((file) => file.path), manifestPath, ...standing])];
  const attributed = filteredPaths(
    repository,
    paths.map((file) => out + file),
  );
  const filtered = new Set(paths.filter((file) => attributed.has(out + file)));
  const like = entries[0]?.id ?? "";
  const idOf = ({ path, text }: OutputFile): string =>
    filtered.has(path) ? filteredId(repository, out + path, text, false) : blobIdOf(text, like);
  const disk = diskFor(staging, outputs, { files, filtered, idOf });
  const changes = planChanges(files, manifestOf, disk);
  const named = changes.map((change) => change.path);
  return { outputs, changes: [...findStagedLeftovers(staging, outputs, named), ...changes], idOf, filtered };
}

interface Wanted extends Pick<StagedPlan, "filtered" | "idOf"> {
  readonly files: readonly OutputFile[];
}

/** Blobs are read where their names are not those of what is wanted. */
function diskFor({ repository, out }: Staging, outputs: StagedOutputs, { files, filtered, idOf }: Wanted): Disk {
  const known = new Map<string, Buffer>();
  const differing = new Map<string, IndexEntry>();
  const look = (file: string): void => {
    const entry = outputs.entries.get(file);
    if (entry && !known.has(file)) differing.set(file, entry);
  };
  const read = (file: string, id: string): Buffer | undefined =>
    filtered.has(file) ? filteredText(repository, out + file, id) : readBlobs(repository, [id]).get(id);
  const manifestEntry = outputs.entries.get(manifestPath);
  const manifest = manifestEntry && read(manifestPath, manifestEntry.id);
  for (const file of files) {
    if (outputs.entries.get(file.path)?.id === idOf(file)) known.set(file.path, Buffer.from(file.text));
    else look(file.path);
  }
  for (const file of readManifest(manifest?.toString() ?? "")?.files.keys() ?? []) look(file);
  const plain = [...differing].filter(([file]) => !filtered.has(file)).map(([, entry]) => entry.id);
  const blobs = readBlobs(repository, plain);
  if (manifest) known.set(manifestPath, manifest);
  return stagedDisk(outputs, (file, { id }) => known.get(file) ?? blobs.get(id) ?? read(file, id));
}
