import type { EmittedFile, ExpectedDeclaration } from "./declaration.js";
import { fileText } from "./file-text.js";

/** A file's text and what its model predicts of it; plain data, so that another thread may hold one against the other. */
export interface PrintedFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The page that it is made from; undefined for an index. */
  readonly page: string | undefined;
  readonly text: string;
  /** How many imports come first. */
  readonly imports: number;
  /** How many exports of other outputs follow. */
  readonly exports: number;
  /** What follows them. */
  readonly expected: readonly ExpectedDeclaration[];
}

/** How a file's text differs from what its model predicts: it must not be written. */
export interface Difference {
  readonly path: string;
  readonly page: string | undefined;
  readonly difference: string;
}

/** Prints a file. */
export function printFile(file: EmittedFile): PrintedFile {
  const { path, page, imports, exports, expected } = file;
  return { path, page, text: fileText(file), imports: imports.length, exports: exports.length, expected };
}
