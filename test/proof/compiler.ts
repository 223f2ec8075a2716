import { setImmediate } from "node:timers/promises";
import ts from "typescript-5.9";
import { memoryFiles } from "../memory-files.js";
import type { Check, CheckFile } from "./check-files.js";

/** What the compiler says of checks. */
export interface Verdicts {
  readonly refused: ReadonlySet<Check>;
  /** Complaints of anything else. */
  readonly others: readonly string[];
}

/** Files that were read, since several programs look at them. */
export interface Sources {
  readonly texts: ReadonlyMap<string, string>;
  readonly parsed: Map<string, ts.SourceFile | undefined>;
}

const strict: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A host of files in memory, beside the compiler's own library. */
function hostOf({ texts, parsed }: Sources, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    ...memoryFiles(texts),
    getSourceFile: (path, language) => {
      const text = texts.get(path);
      const read = (): ts.SourceFile | undefined =>
        text === undefined ? host.getSourceFile(path, language) : ts.createSourceFile(path, text, language);
      if (!parsed.has(path)) parsed.set(path, read());
      return parsed.get(path);
    },
  };
}

/** Compiles checks in one program; other work has its turn after each file. */
export async function compileChecks(
  files: readonly CheckFile[],
  sources: Sources,
  exactOptionalPropertyTypes: boolean,
): Promise<Verdicts> {
  const options = { ...strict, exactOptionalPropertyTypes };
  const ambient = [...sources.texts.keys()].filter((path) => path.endsWith(".d.ts"));
  const rootNames = [...files.map(({ path }) => path), ...ambient];
  const program = ts.createProgram({ rootNames, options, host: hostOf(sources, options) });
  const refused = new Set<Check>();
  const others: string[] = [];
  for (const { path, lines } of files) {
    const file = program.getSourceFile(path);
    for (const diagnostic of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
      const line = file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1;
      const check = lines.get(line);
      if (check) refused.add(check);
      else others.push(`${path}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`);
    }
    await setImmediate();
  }
  return { refused, others };
}
