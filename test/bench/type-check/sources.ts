import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, type OutputFile } from "../../../src/compile.js";
import { readDocs, shared } from "../../corpus/corpora.js";
import { distFolder } from "../common/paths.js";
import { zodFiles } from "./zod-files.js";

/** What compilers check: the outputs, the same models in zod, and nothing, which shows what starting costs. */
export const sides = ["modelmark", "zod", "nothing"] as const;

/** One of them. */
export type Side = (typeof sides)[number];

const docs = join(shared, "corpus/polar-typescript/docs/models");

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  declaration: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Whether the pages are there that the models come from. */
export function hasPages(): boolean {
  return existsSync(docs);
}

/** Writes a project for each side; gives how many models there are. */
export function writeProjects(): number {
  const { files, schema } = compile(readDocs(docs));
  writeProject("modelmark", files);
  writeProject("zod", zodFiles(schema));
  writeProject("nothing", [{ path: "index.ts", text: "export {};\n" }]);
  return schema.models.size;
}

/** The folder of a side's project. */
export function projectOf(side: Side): string {
  return join(distFolder, "type-check", side);
}

function writeProject(side: Side, files: readonly OutputFile[]): void {
  const folder = projectOf(side);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
}
