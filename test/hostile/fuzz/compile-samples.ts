import ts from "typescript";
import type { OutputFile } from "../../../src/compile.js";
import { memoryFiles } from "../../memory-files.js";
import type { Case } from "./case.js";
import type { SampleFinding } from "./sampler.js";

/** The outputs of a case that is to be compiled. */
export interface Sample {
  readonly tried: Case;
  readonly files: readonly OutputFile[];
}

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  declaration: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** The modules that the options of cases name. */
const ambient = `
declare module "@example/foo" { export interface Foo { foo: string } }
declare module "@example/money" {
  export interface Money { amount: number }
  export function isMoney(value: unknown): value is Money;
}
`;

/** The compiler's own library is parsed once. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript says of the outputs of cases, each in a folder of its own, in one strict program. */
export function compileSamples(samples: readonly Sample[]): readonly SampleFinding[] {
  const texts = new Map([["/externals.d.ts", ambient]]);
  for (const [at, { files }] of samples.entries()) {
    for (const { path, text } of files) texts.set(`/${at}/${path}`, text);
  }
  const program = ts.createProgram({ rootNames: [...texts.keys()], options: strict, host: hostOf(texts) });
  const diagnostics = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  return [...diagnostics, ...program.getDeclarationDiagnostics()].flatMap((diagnostic) => {
    const path = diagnostic.file?.fileName ?? "";
    const sample = samples[Number(path.split("/")[1])];
    const finding = `${path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    return sample ? [{ tried: sample.tried, finding }] : [];
  });
}

/** A host of files in memory, beside the compiler's own library. */
function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(strict);
  return {
    ...host,
    ...memoryFiles(texts),
    useCaseSensitiveFileNames: () => true,
    getSourceFile: (path, language) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!libraries.has(path)) libraries.set(path, host.getSourceFile(path, language));
      return libraries.get(path);
    },
  };
}
