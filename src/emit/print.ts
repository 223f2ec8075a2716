import { ts } from "ts-morph";
import type { EmittedFile } from "./declaration.js";
import { fileText } from "./file-text.js";
import { findDifference } from "./verify.js";

/** A file's text, or why it must not be written. */
export type PrintResult =
  | { readonly ok: true; readonly file: EmittedFile; readonly text: string }
  | { readonly ok: false; readonly file: EmittedFile; readonly difference: string };

/** Prints files; each is parsed by ts-morph's compiler and held against what its model predicts. */
export function printFiles(files: readonly EmittedFile[], onPrinted: (done: number) => void): readonly PrintResult[] {
  return files.map((file, at) => {
    const result = printFile(file);
    onPrinted(at + 1);
    return result;
  });
}

function printFile(file: EmittedFile): PrintResult {
  const text = fileText(file);
  const difference = findDifference(file, ts.createSourceFile("output.ts", text, parsing));
  return difference === undefined ? { ok: true, file, text } : { ok: false, file, difference };
}

/** Doc comments hold no declarations: parsing what they say takes half the time. */
const parsing: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};
