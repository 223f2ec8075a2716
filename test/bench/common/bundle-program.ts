import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { benchFolder, distFolder } from "./paths.js";

/** How everything is bundled that the benchmarks start. */
export const bundleOptions: BuildOptions = {
  bundle: true,
  format: "esm",
  target: "es2022",
  absWorkingDir: benchFolder,
  logLevel: "error",
};

/** Bundles a program of a benchmark, its packages left outside; gives its file. */
export async function bundleProgram(source: string): Promise<string> {
  const outfile = join(distFolder, "programs", source.replace(/\.ts$/, ".mjs"));
  await build({ ...bundleOptions, entryPoints: [source], outfile, platform: "node", packages: "external" });
  return outfile;
}
