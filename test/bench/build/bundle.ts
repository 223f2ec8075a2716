import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { type ContestantId, contestants } from "../contestants/contestants.js";
import { benchFolder, distFolder } from "./paths.js";

const common = {
  bundle: true,
  format: "esm",
  target: "es2022",
  absWorkingDir: benchFolder,
  logLevel: "error",
} as const satisfies BuildOptions;

/** Where the bundle of a contestant is. */
export function bundleOf(id: ContestantId): string {
  return join(distFolder, "contestants", `${id}.mjs`);
}

/** Bundles a contestant as a module that Node runs as it stands. */
export async function bundleContestant(id: ContestantId): Promise<void> {
  const { source, alias = {} } = contestants[id];
  await build({ ...common, entryPoints: [source], outfile: bundleOf(id), platform: "node", alias });
}

/** Bundles a program of the benchmark; gives its file. */
export async function bundleProgram(source: string): Promise<string> {
  const outfile = join(distFolder, "programs", source.replace(/\.ts$/, ".mjs"));
  await build({ ...common, entryPoints: [source], outfile, platform: "node", packages: "external" });
  return outfile;
}

/** Bundles the validators of the model that contains itself, one export a contestant; gives the file. */
export async function bundleTrees(): Promise<string> {
  const outfile = join(distFolder, "trees.mjs");
  const contents = `export * from "./odd-inputs/trees.ts";
export { typiaTree as typia } from "./dist/sources/odd-inputs/typia-tree.js";
export { modelmark } from "./dist/sources/modelmark-tree.ts";`;
  await build({ ...common, stdin: { contents, resolveDir: benchFolder }, outfile, platform: "node" });
  return outfile;
}

/** A bundle of a module of the benchmark's folder, as a browser gets it. */
export async function minified(contents: string, options: BuildOptions = {}): Promise<Uint8Array> {
  const stdin = { contents, resolveDir: benchFolder, sourcefile: "entry.ts" };
  const { outputFiles } = await build({
    ...common,
    stdin,
    minify: true,
    platform: "browser",
    ...options,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
