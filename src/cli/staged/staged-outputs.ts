import { isPathBelow } from "../../model/path.js";
import type { Disk, DiskEntry } from "../disk.js";
import { readBlobs } from "../git/blobs.js";
import { type IndexEntry, isFileEntry, modes } from "../git/index-entries.js";
import { isForeignFolder } from "../leftovers.js";
import { manifestPath, readManifest } from "../manifest.js";
import { type Change, folded, hasBanner } from "../plan.js";
import type { Staging } from "./staging.js";

/** What is staged below the output folder, by path below it. */
export interface StagedOutputs {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Every folder that holds an entry. */
  readonly folders: ReadonlySet<string>;
}

/** Finds the entries below the output folder; what only a forged index names is none, and git would fail at it. */
export function stagedOutputsOf({ out, entries }: Pick<Staging, "out" | "entries">): StagedOutputs {
  const below = entries.filter((entry) => entry.path.startsWith(out) && isPathBelow(entry.path.slice(out.length)));
  const folders = new Set<string>();
  for (const entry of below) {
    for (let at = entry.path.lastIndexOf("/"); at > out.length; at = entry.path.lastIndexOf("/", at - 1)) {
      const folder = entry.path.slice(out.length, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return { entries: new Map(below.map((entry) => [entry.path.slice(out.length), entry])), folders };
}

/** The output folder as it is staged; `bytesOf` gives what a blob at a path stands for. */
export function stagedDisk(
  { entries, folders }: StagedOutputs,
  bytesOf: (file: string, entry: IndexEntry) => Buffer | undefined,
): Disk {
  return (file) => {
    if (!isPathBelow(file)) return { kind: "barred", reason: "the path leads out of the output folder" };
    const entry = entries.get(file);
    if (!entry) return absentOrBarred(file, entries, folders);
    if (!isFileEntry(entry)) return { kind: "barred", reason: `a ${kindOf(entry)} is in the way` };
    const bytes = bytesOf(file, entry);
    return bytes ? { kind: "file", bytes } : { kind: "unreadable", reason: "the repository does not have its blob" };
  };
}

function absentOrBarred(file: string, entries: StagedOutputs["entries"], folders: ReadonlySet<string>): DiskEntry {
  if (folders.has(file)) return { kind: "barred", reason: "a folder is in the way" };
  const names = file.split("/");
  const above = names.slice(1).map((_, at) => names.slice(0, at + 1).join("/"));
  const inTheWay = above.flatMap((folder) => entries.get(folder) ?? [])[0];
  if (!inTheWay) return { kind: "absent" };
  return { kind: "barred", reason: `a ${kindOf(inTheWay)} is in the way of its folder` };
}

function kindOf({ mode }: IndexEntry): string {
  if (mode === modes.link) return "symbolic link";
  return mode === modes.submodule ? "submodule" : "file";
}

/** Finds staged outputs of modelmark that no run and no manifest names, by the rules of `findLeftovers`. */
export function findStagedLeftovers(
  { repository }: Pick<Staging, "repository">,
  outputs: StagedOutputs,
  named: Iterable<string>,
): readonly Change[] {
  const known = new Set([...named].map(folded));
  const others = [...outputs.entries].filter(
    ([file, entry]) => file.endsWith(".ts") && isFileEntry(entry) && !known.has(folded(file)) && !isForeign(file),
  );
  if (others.length === 0) return [];
  const manifests = [...outputs.entries].filter(([file]) => file.endsWith(`/${manifestPath}`));
  const blobs = readBlobs(
    repository,
    [...others, ...manifests].map(([, entry]) => entry.id),
  );
  // The outputs of another configuration may stand below these.
  const strange = manifests.filter(([, { id }]) => readManifest(blobs.get(id)?.toString() ?? "") !== undefined);
  const roots = strange.map(([file]) => file.slice(0, -manifestPath.length));
  return others
    .filter(([file, { id }]) => !roots.some((root) => file.startsWith(root)) && hasBanner(blobs.get(id) ?? noBytes))
    .map(([file]) => ({ kind: "leftover", path: file }));
}

const noBytes = Buffer.alloc(0);

function isForeign(file: string): boolean {
  return file.split("/").slice(0, -1).some(isForeignFolder);
}
