import { readFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "../common/paths.js";
import { type ContestantId, contestants } from "./contestants.js";

/** What people call a contestant; a peer with the version that the benchmarks pin. */
export function titleWithVersion(id: ContestantId): string {
  const { title, package: name } = contestants[id];
  return name === undefined ? title : `${title} ${pinned()[name]}`;
}

/** The file that a peer's package starts. */
export function binaryOf(name: string): string {
  const folder = join(benchFolder, "node_modules", name);
  const { bin }: { readonly bin: string | Readonly<Record<string, string>> } = readJson(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : (Object.values(bin)[0] ?? ""));
}

function pinned(): Readonly<Record<string, string>> {
  const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = readJson(
    join(benchFolder, "package.json"),
  );
  return dependencies;
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, "utf8"));
}
