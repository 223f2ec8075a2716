import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "../common/bundle-program.js";
import { distFolder } from "../common/paths.js";
import type { ContestantId } from "../contestants/contestants.js";
import { buildAjv } from "./ajv.js";
import { bundleContestant, bundleTrees } from "./bundle.js";
import { buildModelmark } from "./modelmark.js";
import { buildTypia } from "./typia.js";

/** The programs that a run starts. */
export interface Programs {
  readonly speed: string;
  readonly cold: string;
  readonly oddInputs: string;
  /** The module of everyone's validator of the model that contains itself. */
  readonly trees: string;
}

/** Makes everything that is measured. */
export async function buildAll(ids: readonly ContestantId[]): Promise<Programs> {
  rmSync(distFolder, { recursive: true, force: true });
  mkdirSync(join(distFolder, "sources"), { recursive: true });
  buildModelmark();
  buildAjv();
  buildTypia();
  await Promise.all(ids.map(bundleContestant));
  return {
    speed: await bundleProgram("measure/speed-program.ts"),
    cold: await bundleProgram("measure/cold-program.ts"),
    oddInputs: await bundleProgram("odd-inputs/program.ts"),
    trees: await bundleTrees(),
  };
}
