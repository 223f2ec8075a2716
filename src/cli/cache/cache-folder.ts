import { existsSync } from "node:fs";
import path from "node:path";
import { realPathOf } from "../disk.js";
import type { Environment } from "../environment.js";

/**
 * Where what earlier runs found is kept: the folder that `MODELMARK_CACHE` names, else `node_modules/.cache/modelmark` in
 * the nearest folder upwards that has `node_modules`; nothing where there is none.
 */
export function cacheFolder(start: string, { env, cwd }: Pick<Environment, "env" | "cwd">): string | undefined {
  const named = env["MODELMARK_CACHE"];
  if (named) return realPathOf(path.resolve(cwd, named));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const packages = path.join(folder, "node_modules");
    if (existsSync(packages)) return path.join(packages, ".cache", "modelmark");
    if (path.dirname(folder) === folder) return undefined;
  }
}
