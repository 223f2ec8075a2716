import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ModelSchema } from "../src/runtime/validation.js";
import { temporaryFolder, writeFiles } from "./fixture-folders.js";
import { transpile } from "./transpile.js";

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Writes TypeScript as JavaScript into a folder that goes with the test file; hands over its modules by their paths. */
export function loadOutputs(
  files: Iterable<readonly [path: string, text: string]>,
): (path: string) => Promise<Exports> {
  const folder = temporaryFolder();
  const scripts = [...files].filter(([path]) => !path.endsWith(".d.ts"));
  writeFiles(folder, [["package.json", '{ "type": "module" }']]);
  writeFiles(
    folder,
    scripts.map(([path, text]) => [scriptPath(path), transpile(text)]),
  );
  return (path) => import(/* @vite-ignore */ pathToFileURL(join(folder, scriptPath(path))).href);
}

function scriptPath(path: string): string {
  return path.replace(/\.ts$/, ".js");
}

/** Whether a module exports this as the schema of a model; of which one, its caller must know. */
export function isModelSchema<Model>(value: unknown): value is ModelSchema<Model> {
  return typeof value === "object" && value !== null && "~standard" in value;
}
