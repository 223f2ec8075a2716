import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import path from "node:path";

/** Path below a folder → what stands there, with its bytes or its target. */
export type Listing = ReadonlyMap<string, string>;

/** Everything below a folder, without following links; `isLeftOut`: what is not looked at, with all that is in it. */
export function listingOf(folder: string, isLeftOut: (file: string) => boolean = () => false): Listing {
  const found = new Map<string, string>();
  const visit = (below: string): void => {
    for (const name of readdirSync(path.join(folder, below))) {
      const file = below === "" ? name : `${below}/${name}`;
      if (isLeftOut(file)) continue;
      const status = lstatSync(path.join(folder, file));
      found.set(file, shown(path.join(folder, file), status));
      if (status.isDirectory()) visit(file);
    }
  };
  visit("");
  return found;
}

/** What is new, changed or gone, a line each. */
export function differencesOf(before: Listing, now: Listing): readonly string[] {
  const files = [...new Set([...before.keys(), ...now.keys()])].sort();
  return files
    .filter((file) => before.get(file) !== now.get(file))
    .map((file) => `${file}: ${before.get(file) ?? "absent"} → ${now.get(file) ?? "absent"}`);
}

function shown(place: string, status: Stats): string {
  if (status.isSymbolicLink()) return `link to ${readlinkSync(place)}`;
  if (status.isDirectory()) return "folder";
  if (!status.isFile()) return "special file";
  return `file ${createHash("sha256").update(readFileSync(place)).digest("hex").slice(0, 16)}`;
}
