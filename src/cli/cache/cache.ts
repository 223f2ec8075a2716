import type { Environment } from "../environment.js";
import type { Settings } from "../settings.js";
import { cacheFolder } from "./cache-folder.js";
import { generatorIdentity } from "./generator.js";

/** Where what earlier runs found is kept, and which generator it is of. */
export interface Cache {
  readonly folder: string;
  readonly generator: string;
}

/** The cache of a run; nothing where there is no place for one, or where the generator runs from its sources. */
export function cacheOf({ folder }: Pick<Settings, "folder">, environment: Environment): Cache | undefined {
  const place = cacheFolder(folder, environment);
  if (place === undefined) return undefined;
  const generator = environment.compile ? environment.generator : generatorIdentity();
  return generator ? { folder: place, generator } : undefined;
}
