import { draft, type OnProgress, type Output, type OutputFile, type SourcePage } from "./draft.js";
import type { PrintedFile } from "./emit/print.js";
import { verifyFiles } from "./emit/verify.js";
import type { Options } from "./options.js";

export type { OnProgress, Output, OutputFile, PageReading, SourcePage } from "./draft.js";

/** Turns model pages into TypeScript; pure, and the same for any order of the pages. */
export function compile(
  sources: readonly SourcePage[],
  options: Options = {},
  { onProgress }: { readonly onProgress?: OnProgress | undefined } = {},
): Output {
  const sorted = sources.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const printed: PrintedFile[] = [];
  const take = (file: PrintedFile): OutputFile => {
    printed.push(file);
    return { path: file.path, text: file.text };
  };
  const { finish } = draft(sorted, options, { onProgress, take });
  return finish(verifyFiles(printed));
}
