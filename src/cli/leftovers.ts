import { closeSync, type Dirent, readdirSync, readSync } from "node:fs";
import path from "node:path";
import { manifestPath, readManifest } from "./manifest.js";
import { type Change, folded, hasBanner } from "./plan.js";
import { openRegular, readRegular } from "./regular-file.js";

type Leftover = Extract<Change, { readonly kind: "leftover" }>;

/** Finds outputs of modelmark that no run and no manifest names: caches of build tools and merges leave them. */
export function findLeftovers(out: string, named: Iterable<string>): readonly Leftover[] {
  const known = new Set(named);
  const others = outputsBelow(out, "").filter((file) => !known.has(file));
  if (others.length === 0) return [];
  const alike = new Set([...known].map(folded));
  return others
    .filter((file) => !alike.has(folded(file)) && hasBanner(beginningOf(path.join(out, file))))
    .map((file) => ({ kind: "leftover", path: file }));
}

/** What is called like an output; links are not followed. */
function outputsBelow(out: string, folder: string): readonly string[] {
  const entries = entriesOf(path.join(out, folder));
  // The outputs of another configuration may stand below these.
  if (folder !== "" && entries.some(({ name }) => name === manifestPath) && isManifestIn(path.join(out, folder))) {
    return [];
  }
  return entries.flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return isForeignFolder(entry.name) ? [] : outputsBelow(out, file);
    return entry.isFile() && entry.name.endsWith(".ts") ? [file] : [];
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It is not there yet, or outputs in it are barred, which is said of them.
    return [];
  }
}

/** Whether a folder holds no outputs of ours. */
export function isForeignFolder(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isManifestIn(folder: string): boolean {
  try {
    return readManifest(readRegular(path.join(folder, manifestPath), "follow").toString()) !== undefined;
  } catch {
    return false;
  }
}

/** More bytes than the first line of an output has, whose longest part is the path of a page. */
const bannerBytes = 8192;

/** The bytes of a file in which its first line stands; none where it cannot be read. */
export function beginningOf(file: string): Buffer {
  try {
    const descriptor = openRegular(file, "refuse");
    try {
      const buffer = Buffer.alloc(bannerBytes);
      return buffer.subarray(0, readSync(descriptor, buffer));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
