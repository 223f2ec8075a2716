import { gzipSync } from "node:zlib";
import { minified } from "../build/bundle.js";
import { type ContestantId, contestants } from "../contestants/contestants.js";

/** Bytes of the five shapes, bundled and minified. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/** The sizes of the contestants, and of what modelmark's validators share. */
export interface SizeFigures {
  readonly contestants: Readonly<Partial<Record<ContestantId, Size>>>;
  readonly helper: Size;
}

const outputs = "./dist/sources/outputs";
const exportsOfModelmark = "./dist/sources/modelmark-exports.ts";

/** Measures how much code a page loads to answer and to list issues. */
export async function measureSizes(ids: readonly ContestantId[]): Promise<SizeFigures> {
  const sizes = await Promise.all(ids.map(async (id) => [id, await sizeOf(id)] as const));
  return { contestants: Object.fromEntries(sizes), helper: await helperSize() };
}

async function sizeOf(id: ContestantId): Promise<Size> {
  if (id === "modelmark") return weigh(await minified(`export * from "${exportsOfModelmark}";`));
  const { source, alias = {} } = contestants[id];
  return weigh(await minified(`export { is, check } from "./${source}";`, { alias }));
}

/** What the five shapes' validators import of the shared module, and what of that module this takes along. */
async function helperSize(): Promise<Size> {
  const validators = await minified(`export * from "${exportsOfModelmark}";`, {
    external: ["*/modelmark.js"],
    minify: false,
  });
  const names = importedNames(Buffer.from(validators).toString());
  return weigh(await minified(`export { ${names.join(", ")} } from "${outputs}/modelmark.js";`));
}

/** The imported names that the code uses: a bundler leaves the others in the lists of what it does not see. */
function importedNames(code: string): readonly string[] {
  const imports = /^import\s*\{([^}]*)\} from .*$/gm;
  const names = [...code.matchAll(imports)].flatMap(([, list = ""]) => list.split(",")).map((name) => name.trim());
  const body = code.replace(imports, "");
  const isUsed = (name: string): boolean => new RegExp(`\\b${name.replace(/.* as /, "")}\\b`).test(body);
  return [...new Set(names.filter((name) => name !== "" && isUsed(name)).map((name) => name.replace(/ as .*/, "")))];
}

function weigh(code: Uint8Array): Size {
  return { minified: code.length, gzip: gzipSync(code, { level: 9 }).length };
}
