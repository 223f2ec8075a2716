import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { benchFolder, distFolder } from "../common/paths.js";

type TypiaTransform = typeof import("typia/lib/transform.js");

// Loaders disagree about where an import would find the default export of this CommonJS module.
const { default: transform }: TypiaTransform = createRequire(import.meta.url)("typia/lib/transform.js");

const sources = ["contestants/typia.ts", "odd-inputs/typia-tree.ts"].map((file) => join(benchFolder, file));

/** Compiles typia's sources with its transformer, which puts the validators in the place of their types. */
export function buildTypia(): void {
  const program = ts.createProgram(sources, {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    rootDir: benchFolder,
    outDir: join(distFolder, "sources"),
    skipLibCheck: true,
    types: [],
  });
  const complaints: ts.Diagnostic[] = [];
  const transformer = transform(program, {}, { addDiagnostic: (complaint) => complaints.push(complaint) });
  program.emit(undefined, undefined, undefined, false, { before: [transformer] });
  const [complaint] = complaints;
  if (complaint) throw new Error(`typia: ${ts.flattenDiagnosticMessageText(complaint.messageText, "\n")}`);
}
