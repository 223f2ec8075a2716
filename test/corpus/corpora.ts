import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePage } from "../../src/compile.js";

/** The folder that holds real pages and the oracles; it stands beside the repository, where it is there at all. */
export const shared: string =
  process.env["MODELMARK_SHARED"] ?? fileURLToPath(new URL("../../../shared", import.meta.url));

/** A docs folder of a real SDK, and the shapes of its own source where they are known. */
export interface Corpus {
  readonly name: string;
  readonly docs: string;
  readonly truth?: string;
  /** The least share of fields that must agree with the truth. */
  readonly fidelity?: number;
}

const recent = 0.999;
const early = 0.98;

const known: readonly (readonly [name: string, docs: string, fidelity?: number])[] = [
  ["intuned-typescript", "docs/models", recent],
  ["polar-typescript", "docs/models", recent],
  ["dub-typescript", "docs/models", recent],
  ["censys-typescript", "docs/models", recent],
  ["shippo-typescript", "docs/models", recent],
  // 70 unions are open in the source and 5 fields are streams or buffers of the SDK's run-time: no page says so.
  ["openrouter-typescript", "docs/models", 0.98],
  ["vercel-typescript-2024", "docs/models", early],
  ["shippo-typescript-2024", "docs/models", early],
  ["hathora-typescript-2023", "docs/models", early],
  ["dub-go", "docs/models"],
  ["airplane-go", "docs/pkg/models"],
  ["dub-ruby", "docs/models"],
  ["polar-python", "docs/models"],
  ["clerk-python", "docs/models"],
  ["clerk-java", "docs/models"],
  ["clerk-csharp", "docs/Models"],
  ["clerk-php", "docs/Models"],
  ["clerk-ruby", "docs/models"],
];

/** The corpora that are there, in seven languages. */
export const corpora: readonly Corpus[] = known.flatMap(([name, folder, fidelity]) => {
  const docs = join(shared, "corpus", name, folder);
  const truth = join(shared, "truth", `${name}.json`);
  if (!existsSync(docs)) return [];
  return [{ name, docs, ...(fidelity !== undefined && existsSync(truth) ? { truth, fidelity } : {}) }];
});

/** Every page below a docs folder. */
export function readDocs(docs: string): readonly SourcePage[] {
  return readdirSync(docs, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(docs, file).split(sep).join("/"), value: readFileSync(file) }));
}
