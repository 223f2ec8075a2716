import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the command line with the pipeline that stands for the real one into a folder, for hooks; gives its path. */
export async function bundleProgram(folder: string): Promise<string> {
  const outfile = path.join(folder, "dist", "cli", "program.cjs");
  await build({
    entryPoints: [fileURLToPath(new URL("fake-main.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    external: ["chokidar", "jiti", "ts-morph"],
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
  });
  writeFileSync(path.join(folder, "package.json"), '{ "version": "0.0.0" }');
  return outfile;
}
