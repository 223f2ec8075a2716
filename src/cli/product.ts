import type { VFileMessage } from "vfile-message";
import type { OutputFile } from "../compile.js";
import type { Notes } from "../recompile/notes.js";
import type { Build } from "./build.js";
import { type HashedFile, type ManifestModel, manifestModels, type OutputHashes } from "./manifest.js";
import type { PageFile } from "./pages.js";

/** What a run makes of the pages. */
export interface Product {
  readonly pages: readonly PageFile[];
  /** The pages with their hashes, as `pageHashOf` gives them. */
  readonly hashedPages: readonly HashedFile[];
  readonly models: readonly ManifestModel[];
  readonly files: readonly OutputFile[];
  readonly outputHashOf: OutputHashes;
  /** The outputs that stand on the disk as they would be made, without the manifest. */
  readonly unmade: readonly HashedFile[];
  /** Sorted by page. */
  readonly messages: readonly VFileMessage[];
  /** Whether every page could be read. */
  readonly isWhole: boolean;
  /** The hash of the overrides that it was made with. */
  readonly overridesHash: string | undefined;
  /** What the next run can go on with. */
  readonly notes: Notes | undefined;
}

/** What a compile of all pages makes; notes are taken where somebody keeps them, so that the models, which are large, can go. */
export function productOf(
  { pages, hashedPages, output, outputHashOf, messages, isWhole, overridesHash }: Build,
  isNoted: boolean,
): Product {
  const { files, schema, notes } = output;
  return {
    pages,
    hashedPages,
    models: manifestModels(schema),
    files,
    outputHashOf,
    unmade: [],
    messages,
    isWhole,
    overridesHash,
    notes: isNoted ? notes() : undefined,
  };
}
