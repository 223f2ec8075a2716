import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Something stands at a path that is no file. */
export class NotAFile extends Error {
  override readonly name = "NotAFile";
}

/** A file has more bytes than are to be read. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";

  readonly size: number;

  constructor(size: number) {
    super(`expected fewer than ${size} bytes`);
    this.size = size;
  }
}

/** Whether a symbolic link at the end of a path is followed, or is no file. */
export type LinkReading = "follow" | "refuse";

/**
 * Opens a file; a `NotAFile` where it is a pipe, a device or a folder. What was a file when its folder was listed may be a
 * pipe by now, and opening one waits for its writer: so nothing waits, and what is open is looked at, not the path.
 */
export function openRegular(file: string, links: LinkReading): number {
  return open(file, links).descriptor;
}

/** Reads a file, as `openRegular` opens it; a `TooLarge`, before any byte is read, where it has more of them than `most`. */
export function readRegular(file: string, links: LinkReading, most: number = Number.POSITIVE_INFINITY): Buffer {
  const { descriptor, size } = open(file, links);
  try {
    if (size > most) throw new TooLarge(size);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function open(file: string, links: LinkReading): { readonly descriptor: number; readonly size: number } {
  const descriptor = openSync(file, links === "follow" ? readFlags : readFlags | refuseLinks);
  const status = fstatSync(descriptor);
  if (status.isFile()) return { descriptor, size: status.size };
  closeSync(descriptor);
  throw new NotAFile("expected a file, found a folder, socket, pipe or device");
}

// Windows has none of these, and no pipes among its files.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW: refuseLinks = 0 } = constants;
const readFlags = O_RDONLY | O_NONBLOCK;
