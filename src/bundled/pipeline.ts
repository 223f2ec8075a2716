import path from "node:path";
import type * as pipeline from "../pipeline.js";
import { loadCached } from "./code-cache.js";

/** Stands for the pipeline in the bundled command line, where it has a file of its own. */
const loaded = loadCached(path.join(__dirname, "pipeline.js"));
if (!isPipeline(loaded)) throw new Error("pipeline.js is not the pipeline");

/** Turns model pages into TypeScript, but for the check of what was printed. */
export const draft: typeof pipeline.draft = loaded.draft;

/** Reads pages, and hands their models to one who looks at them. */
export const lookAtPages: typeof pipeline.lookAtPages = loaded.lookAtPages;

/** Turns edited pages into TypeScript. */
export const recompile: typeof pipeline.recompile = loaded.recompile;

function isPipeline(value: unknown): value is typeof pipeline {
  return typeof value === "object" && value !== null && "draft" in value && "recompile" in value;
}
