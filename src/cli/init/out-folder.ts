import path from "node:path";
import { manifestPath } from "../manifest.js";
import type { Look } from "./look.js";

/** The folder for the outputs that nobody else uses: below `src` where there is one, since compilers take that. */
export function suggestedOut({ folder, list }: Pick<Look, "folder" | "list">): string {
  const parent = list(path.join(folder, "src")).length > 0 ? "src/" : "";
  const isFree = (name: string): boolean => {
    const names = list(path.join(folder, name));
    return names.length === 0 || names.includes(manifestPath);
  };
  const [first = "generated", ...others] = [`${parent}generated`, `${parent}generated-models`, `${parent}modelmark`];
  return [first, ...others].find(isFree) ?? first;
}
