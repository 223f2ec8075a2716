import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OutputFile } from "../compile.js";

/** Where the texts of outputs wait until they are compared with what stands on the disk, and written. */
export interface WaitingTexts {
  /** Gives an output whose text is read from where it waits. */
  readonly keep: (file: OutputFile) => OutputFile;
  /** After it no text can be read. */
  readonly close: () => void;
}

/** So many texts wait in memory: those of all but the largest SDKs, 10 MB. */
const mostInMemory = 2000;

/** Lets the first texts wait in memory and all others in a file without a name, since those of 12,000 pages are 60 MB. */
export function makeWaitingTexts(most: number = mostInMemory): WaitingTexts {
  let count = 0;
  let file: TextFile | undefined;
  return {
    keep: ({ path, text }) => {
      count += 1;
      if (count > most) file ??= openTextFile();
      const read = file?.write(text);
      if (!read) return { path, text };
      return {
        path,
        get text() {
          return read();
        },
      };
    },
    close: () => file?.close(),
  };
}

/** Texts one after another. */
interface TextFile {
  /** Gives what reads the text; nothing where it could not be written. */
  readonly write: (text: string) => (() => string) | undefined;
  readonly close: () => void;
}

/** Where there is no room for such a file, texts stay in memory. */
const noFile: TextFile = { write: () => undefined, close: () => {} };

function openTextFile(): TextFile {
  try {
    // A folder that nobody else can enter, so that no other file can be put in the place of this one.
    const folder = mkdtempSync(path.join(tmpdir(), "modelmark-"));
    const descriptor = openSync(path.join(folder, "texts"), "wx+", 0o600);
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    // What is open can be read without a name, and nothing is left where the run is killed.
    if (process.platform !== "win32") remove();
    return textFileOf(descriptor, process.platform === "win32" ? remove : () => {});
  } catch {
    return noFile;
  }
}

function textFileOf(descriptor: number, remove: () => void): TextFile {
  let end = 0;
  return {
    write: (text) => {
      const length = Buffer.byteLength(text);
      const start = end;
      try {
        if (writeSync(descriptor, text, start) < length) return undefined;
      } catch {
        return undefined;
      }
      end += length;
      return () => readText(descriptor, start, length);
    },
    close: () => {
      closeSync(descriptor);
      remove();
    },
  };
}

function readText(descriptor: number, start: number, length: number): string {
  if (scratch.length < length) scratch = Buffer.allocUnsafe(2 * length);
  if (readSync(descriptor, scratch, 0, length, start) < length) throw new Error("a text that waited is cut");
  return scratch.toString("utf8", 0, length);
}

/** Buffers of their own would pile up until memory is short. */
let scratch = Buffer.allocUnsafe(1 << 16);
