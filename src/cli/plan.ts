import type { OutputFile } from "../compile.js";
import { type Disk, type DiskEntry, isClosed } from "./disk.js";
import { type FileEntry, type FormerManifest, hashOf, manifestPath, readManifest } from "./manifest.js";
import { byCodeUnits } from "./pages.js";

/** What a run does to one output. */
export type Change =
  | { readonly kind: "create"; readonly path: string; readonly text: string }
  /** `edited`: the bytes on the disk are not those that the former run wrote. */
  | {
      readonly kind: "change";
      readonly path: string;
      readonly text: string;
      readonly before: string;
      readonly edited: boolean;
    }
  | { readonly kind: "unchanged"; readonly path: string }
  /** The page is gone; the hash is that of the bytes. */
  | { readonly kind: "delete"; readonly path: string; readonly hash: string }
  /** The page is gone, but somebody edited the output. */
  | { readonly kind: "keep-edited"; readonly path: string }
  /** An output of modelmark that neither the pages nor the former manifest name. */
  | { readonly kind: "leftover"; readonly path: string }
  /** A file in the way that modelmark did not write. */
  | { readonly kind: "foreign"; readonly path: string }
  /** Nothing may be written there. */
  | { readonly kind: "barred"; readonly path: string; readonly reason: string }
  /** The system does not say what stands there, so that the next run has to look again. */
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string }
  /** An entry of the former manifest that no run of ours wrote. */
  | { readonly kind: "untrusted"; readonly path: string; readonly reason: string }
  /** The folder of a run that was interrupted. */
  | { readonly kind: "interrupted"; readonly path: string };

/** A change that puts an output in place. */
export type Writing = Extract<Change, { readonly kind: "create" | "change" }>;

/** What runs that were interrupted left; nothing of it is to be trusted. */
export interface Leftovers {
  /** What they may have put in place, which no manifest says. */
  readonly journal: readonly FileEntry[];
  /** Their folders below the output folder. */
  readonly folders: readonly string[];
}

/**
 * Compares what a run makes with the disk; leftovers first, then sorted by path, the manifest last. `unmade` are outputs that
 * stand there as the run would make them, which is known without a look.
 */
export function planChanges(
  files: readonly OutputFile[],
  manifestOf: (files: readonly OutputFile[]) => string,
  disk: Disk,
  { journal, folders }: Leftovers = { journal: [], folders: [] },
  unmade: readonly string[] = [],
): readonly Change[] {
  const standing = disk(manifestPath);
  const manifest = standing.kind === "file" ? readManifest(standing.bytes.toString()) : undefined;
  const former = formerOf(manifest, journal);
  const stale = planStale([manifestPath, ...files.map((file) => file.path), ...unmade], former, disk);
  const renamed = new Set(stale.filter((change) => change.kind === "delete").map((change) => folded(change.path)));
  const outputs = files.map((file) => planOutput(file, disk(file.path), former, renamed));
  const refused = new Set(outputs.filter(isRefused).map((change) => change.path));
  const text = manifestOf(files.filter((file) => !refused.has(file.path)));
  const untouched = unmade.map((path) => ({ kind: "unchanged", path }) as const);
  const changes = [...outputs, ...stale, ...untouched].sort((one, other) => byCodeUnits(one.path, other.path));
  return [
    ...folders.map((path) => ({ kind: "interrupted", path }) as const),
    ...changes,
    changes.some((change) => change.kind === "unreadable")
      ? { kind: "unreadable", path: manifestPath, reason: "outputs that it would name cannot be read" }
      : planManifest({ path: manifestPath, text }, standing, manifest),
  ];
}

/** What former runs say that they wrote. */
interface Former {
  readonly manifest: FormerManifest | undefined;
  /** The paths of manifest and journal. */
  readonly paths: ReadonlySet<string>;
  /** A path as `folded` gives it → hashes of what may have been written there. */
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
}

function formerOf(manifest: FormerManifest | undefined, journal: readonly FileEntry[]): Former {
  const entries = [...(manifest?.files ?? []), ...journal.map(({ file, hash }) => [file, hash] as const)];
  const hashes = new Map<string, Set<string>>();
  for (const [path, hash] of entries) {
    const known = hashes.get(folded(path)) ?? new Set();
    hashes.set(folded(path), known.add(hash));
  }
  return { manifest, paths: new Set(entries.map(([path]) => path)), hashes };
}

/** Whether a run has something to do for a change. */
export function isWork(change: Change): boolean {
  return change.kind === "delete" || change.kind === "interrupted" || isWriting(change);
}

/** Whether a change puts an output in place. */
export function isWriting(change: Change): change is Writing {
  return change.kind === "create" || change.kind === "change";
}

/** Whether a change leaves an output unwritten that should be there. */
export function isRefused(change: Change): boolean {
  return change.kind === "foreign" || change.kind === "barred" || change.kind === "unreadable";
}

function planOutput(file: OutputFile, entry: DiskEntry, former: Former, renamed: ReadonlySet<string>): Change {
  const { path } = file;
  if (isClosed(entry)) return { ...entry, path };
  if (entry.kind === "absent") return creation(file);
  const { bytes } = entry;
  if (bytes.equals(Buffer.from(file.text))) {
    // Where letter case does not count, this is the stale file, which goes before the writing.
    return renamed.has(folded(path)) ? creation(file) : { kind: "unchanged", path };
  }
  const known = former.hashes.get(folded(path));
  const torn = known !== undefined && isBlank(bytes);
  if (!former.manifest?.files.has(path) && !hasBanner(bytes) && !torn) return { kind: "foreign", path };
  const edited = known !== undefined && !torn && !known.has(hashOf(bytes));
  return {
    kind: "change",
    path,
    get text() {
      return file.text;
    },
    before: bytes.toString(),
    edited,
  };
}

/** The text of an output may wait on the disk until it is asked for. */
function creation(file: OutputFile): Change {
  return {
    kind: "create",
    path: file.path,
    get text() {
      return file.text;
    },
  };
}

function planStale(outputs: readonly string[], former: Former, disk: Disk): readonly Change[] {
  const produced = new Set(outputs);
  const stale = [...former.paths].filter((path) => !produced.has(path));
  return stale.flatMap((path) => planRemoval(path, former, disk(path)) ?? []);
}

function planRemoval(path: string, { manifest, hashes }: Former, entry: DiskEntry): Change | undefined {
  switch (entry.kind) {
    case "absent":
      return undefined;
    case "barred":
      return { kind: "untrusted", path, reason: entry.reason };
    case "unreadable":
      return { ...entry, path };
    case "file": {
      const hash = hashOf(entry.bytes);
      const isOurs = hasBanner(entry.bytes);
      // A manifest that was tampered with may know the bytes of any file.
      if (isOurs && hashes.get(folded(path))?.has(hash)) return { kind: "delete", path, hash };
      // A run that was interrupted before it came to this file has nothing to do with what stands there.
      return isOurs || manifest?.files.has(path) ? { kind: "keep-edited", path } : undefined;
    }
  }
}

function planManifest({ path, text }: OutputFile, entry: DiskEntry, former: FormerManifest | undefined): Change {
  if (isClosed(entry)) return { ...entry, path };
  if (entry.kind === "absent") return { kind: "create", path, text };
  if (entry.bytes.equals(Buffer.from(text))) return { kind: "unchanged", path };
  if (!former) return { kind: "foreign", path };
  return { kind: "change", path, text, before: entry.bytes.toString(), edited: false };
}

/** Whether the first line says that modelmark wrote the file. */
export function hasBanner(bytes: Buffer): boolean {
  const end = bytes.indexOf("\n");
  const line = bytes.subarray(0, end === -1 ? bytes.length : end);
  return line.includes("Code generated by modelmark");
}

/** What a power loss leaves of a file whose bytes had not come to the disk: nothing, or zeros. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** The path as a file system sees it that tells neither case nor Unicode's forms apart. */
export function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
