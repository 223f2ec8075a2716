import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Output } from "../../src/compile.js";

const settings: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: ["node"],
};

/** The lines of pages, by path, at which the compiler refuses an example against the outputs in a folder. */
export function compilerLines(
  pages: readonly string[],
  docs: string,
  folder: string,
  { schema }: Output,
): ReadonlyMap<string, readonly number[]> {
  const probes = new Map<string, { readonly page: string; readonly text: string }>();
  for (const { id, page } of schema.models.values()) {
    const name = schema.names.get(id);
    if (!name || !pages.includes(page)) continue;
    const type = `import(${JSON.stringify(`./${name.file.replace(/\.ts$/, ".js")}`)}).${name.type}`;
    const text = exampleAlone(readFileSync(join(docs, page), "utf8"), type);
    probes.set(join(folder, `__example${probes.size}.ts`), { page, text });
  }
  const program = ts.createProgram([...probes.keys()], settings, hostOf(probes));
  const lines = [...probes].map(([file, { page }]) => {
    const source = program.getSourceFile(file);
    const told = program.getSemanticDiagnostics(source).map(({ start = 0 }) => lineAt(source, start));
    return [page, [...new Set(told)]] as const;
  });
  return new Map(lines);
}

function lineAt(source: ts.SourceFile | undefined, offset: number): number {
  return (source?.getLineAndCharacterOfPosition(offset).line ?? -1) + 1;
}

/** The example of a page where it stands, of a type, with all other lines empty. */
function exampleAlone(text: string, type: string): string {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  const section = lines.findIndex((line) => line.startsWith("## Example Usage"));
  const from = lines.findIndex((line, at) => at > section && /^```(?:typescript|ts)/.test(line));
  const to = lines.findIndex((line, at) => at > from && line.startsWith("```"));
  const kept = lines.map((line, at) => (at > from && at < to && !line.startsWith("import ") ? line : ""));
  return `${kept.join("\n").replace(/^(?:let|const) (\w+): [\w.]+ =/m, `let $1: ${type} =`)}\nexport {};\n`;
}

function hostOf(probes: ReadonlyMap<string, { readonly text: string }>): ts.CompilerHost {
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => probes.has(file) || fileExists(file);
  host.readFile = (file) => probes.get(file)?.text ?? readFile(file);
  host.getSourceFile = (file, version, ...others) => {
    const probe = probes.get(file);
    return probe ? ts.createSourceFile(file, probe.text, version) : getSourceFile(file, version, ...others);
  };
  return host;
}
