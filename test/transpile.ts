import ts from "typescript";

const transpiled = new Map<string, string>();

/** TypeScript as a JavaScript module; many outputs share a text, and none is transpiled twice. */
export function transpile(text: string): string {
  const known = transpiled.get(text);
  if (known !== undefined) return known;
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  transpiled.set(text, outputText);
  return outputText;
}
