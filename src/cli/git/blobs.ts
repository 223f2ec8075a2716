import { type GitPlace, runGit } from "./git.js";

/** Reads blobs by their names, with one run of git; one that the repository does not have is left out. */
export function readBlobs(place: GitPlace, ids: Iterable<string>): ReadonlyMap<string, Buffer> {
  const wanted = [...new Set(ids)];
  const blobs = new Map<string, Buffer>();
  if (wanted.length === 0) return blobs;
  const listed = runGit(place, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
  for (let start = 0; start < listed.length; ) {
    const end = listed.indexOf(0x0a, start);
    const [id = "", kind, size] = listed.toString("latin1", start, end).split(" ");
    start = end + 1;
    if (size === undefined) continue;
    const length = Number(size);
    if (kind === "blob") blobs.set(id, listed.subarray(start, start + length));
    start += length + 1;
  }
  return blobs;
}

/** The name that git gives to bytes, in the hash that other names are in. */
export function blobIdOf(bytes: string | Uint8Array, like: string): string {
  const hash = process.getBuiltinModule("node:crypto").createHash(like.length === 64 ? "sha256" : "sha1");
  return hash
    .update(`blob ${Buffer.byteLength(bytes)}\0`)
    .update(bytes)
    .digest("hex");
}

/** Puts bytes into the repository, with one run of git. */
export function writeBlobs(place: GitPlace, blobs: readonly (string | Uint8Array)[]): void {
  if (blobs.length === 0) return;
  const parts = blobs.flatMap((blob) => [
    Buffer.from(`blob\ndata ${Buffer.byteLength(blob)}\n`),
    Buffer.from(blob),
    Buffer.from("\n"),
  ]);
  runGit(place, ["fast-import", "--quiet"], Buffer.concat(parts));
}
