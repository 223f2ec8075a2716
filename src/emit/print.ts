import { Project, type SourceFile } from "ts-morph";
import type { EmittedFile } from "./declaration.js";
import { fileText } from "./file-text.js";
import { findDifference } from "./verify.js";

/** A file's text, or why it must not be written. */
export type PrintResult =
  | { readonly ok: true; readonly file: EmittedFile; readonly text: string }
  | { readonly ok: false; readonly file: EmittedFile; readonly difference: string };

/** Prints files with ts-morph; each is parsed again and held against what its model predicts. */
export function printFiles(files: readonly EmittedFile[], onPrinted: (done: number) => void): readonly PrintResult[] {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return files.map((file, at) => {
    const printed = project.createSourceFile(`/${at}.ts`, fileText(file));
    const result = resultOf(file, printed);
    printed.forget();
    onPrinted(at + 1);
    return result;
  });
}

function resultOf(file: EmittedFile, printed: SourceFile): PrintResult {
  const difference = findDifference(file, printed.compilerNode);
  return difference === undefined ? { ok: true, file, text: printed.getFullText() } : { ok: false, file, difference };
}
