import { createRequire } from "node:module";
import path from "node:path";
import type * as morph from "ts-morph";
import { loadCached } from "./code-cache.js";

/** Stands for ts-morph in the bundled command line, which needs its compiler alone: that is in a file of its own and loads in half the time. */
const loaded = loadCached(compilerFile());
if (!isCompiler(loaded)) throw new Error("ts-morph brings no compiler");

/** The compiler that ts-morph brings. */
export const ts: typeof morph.ts = loaded;

function compilerFile(): string {
  const ownRequire = createRequire(__filename);
  const common = createRequire(ownRequire.resolve("ts-morph")).resolve("@ts-morph/common");
  return path.join(path.dirname(common), "typescript.js");
}

function isCompiler(value: unknown): value is typeof morph.ts {
  return typeof value === "object" && value !== null && "createSourceFile" in value;
}
