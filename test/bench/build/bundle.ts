import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { bundleOptions } from "../common/bundle-program.js";
import { benchFolder, distFolder } from "../common/paths.js";
import { type ContestantId, contestants } from "../contestants/contestants.js";

/** Where the bundle of a contestant is. */
export function bundleOf(id: ContestantId): string {
  return join(distFolder, "contestants", `${id}.mjs`);
}

/** Bundles a contestant as a module that Node runs as it stands. */
export async function bundleContestant(id: ContestantId): Promise<void> {
  const { source, alias = {} } = contestants[id];
  await build({ ...bundleOptions, entryPoints: [source], outfile: bundleOf(id), platform: "node", alias });
}

/** Bundles the validators of the model that contains itself, one export a contestant; gives the file. */
export async function bundleTrees(): Promise<string> {
  const outfile = join(distFolder, "trees.mjs");
  const contents = `export * from "./odd-inputs/trees.ts";
export { typiaTree as typia } from "./dist/sources/odd-inputs/typia-tree.js";
export { modelmark } from "./dist/sources/modelmark-tree.ts";`;
  await build({ ...bundleOptions, stdin: { contents, resolveDir: benchFolder }, outfile, platform: "node" });
  return outfile;
}

/** A bundle of a module of the benchmark's folder, as a browser gets it. */
export async function minified(contents: string, options: BuildOptions = {}): Promise<Uint8Array> {
  const stdin = { contents, resolveDir: benchFolder, sourcefile: "entry.ts" };
  const { outputFiles } = await build({
    ...bundleOptions,
    stdin,
    minify: true,
    platform: "browser",
    ...options,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
