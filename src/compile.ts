import { draft, type OnProgress, type Output, type SourcePage } from "./draft.js";
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
  const { printed, finish } = draft(sorted, options, { onProgress });
  return finish(verifyFiles(printed));
}
