import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The benchmark's folder. */
export const benchFolder: string = fileURLToPath(new URL("..", import.meta.url));

/** The repository's folder. */
export const repository: string = fileURLToPath(new URL("../../..", import.meta.url));

/** Where everything lies that a run makes. */
export const distFolder: string = join(benchFolder, "dist");
