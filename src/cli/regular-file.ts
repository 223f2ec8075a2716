import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Something stands at a path that is no file. */
export class NotAFile extends Error {
  override readonly name = "NotAFile";
}

/** Whether a symbolic link at the end of a path is followed, or is no file. */
export type LinkReading = "follow" | "refuse";

/**
 * Opens a file; a `NotAFile` where it is a pipe, a device or a folder. What was a file when its folder was listed may be a
 * pipe by now, and opening one waits for its writer: so nothing waits, and what is open is looked at, not the path.
 */
export function openRegular(file: string, links: LinkReading): number {
  const descriptor = openSync(file, links === "follow" ? readFlags : readFlags | refuseLinks);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw new NotAFile("expected a file, found a folder, socket, pipe or device");
}

/** Reads a file, as `openRegular` opens it. */
export function readRegular(file: string, links: LinkReading): Buffer {
  const descriptor = openRegular(file, links);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// Windows has none of these, and no pipes among its files.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW: refuseLinks = 0 } = constants;
const readFlags = O_RDONLY | O_NONBLOCK;
