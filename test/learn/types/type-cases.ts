import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePage } from "../../../src/compile.js";
import type { SourceText } from "../../../src/learn/types/read-types.js";
import { readDocs } from "../../corpus/corpora.js";

/** A folder of fixtures/learn-types/: a small SDK, its pages, and what its types say that the pages do not. */
export interface TypeCase {
  readonly name: string;
  readonly folder: string;
  readonly pages: readonly SourcePage[];
  /** The models below `sdk/models`. */
  readonly types: readonly SourceText[];
}

const fixtures = fileURLToPath(new URL("../../fixtures/learn-types", import.meta.url));

/** Every case, by name. */
export const typeCases: readonly TypeCase[] = readdirSync(fixtures)
  .sort()
  .map((name) => {
    const folder = join(fixtures, name);
    return { name, folder, pages: readDocs(join(folder, "docs")), types: readTypeTexts(join(folder, "sdk/models")) };
  });

/** Every file of types below a folder, as the command reads them. */
export function readTypeTexts(root: string): readonly SourceText[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join("/"), text: readFileSync(file, "utf8") }));
}
