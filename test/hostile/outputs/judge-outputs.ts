import { dirname, join } from "node:path/posix";
import ts from "typescript";
import type { Output, OutputFile } from "../../../src/compile.js";
import { freeNames } from "./free-names.js";
import { compilerFindings, directives, hiddenCharacters, parseOutput } from "./judge-text.js";
import { differences, sharedModule } from "./predictions.js";
import { strangeNodes } from "./strange-nodes.js";

/** What is wrong with the texts of outputs, by a parser and a reading apart from the verifier's. */
export function judgeOutputs(output: Output, externals: ReadonlySet<string>): readonly string[] {
  const paths = new Set(output.files.map(({ path }) => path));
  return output.files
    .filter(({ path }) => path !== sharedModule)
    .flatMap((file) => judgeFile(file, output, paths, externals).map((finding) => `${file.path}: ${finding}`));
}

function judgeFile(
  { path, text }: OutputFile,
  output: Output,
  paths: ReadonlySet<string>,
  externals: ReadonlySet<string>,
): readonly string[] {
  const file = parseOutput(text);
  return [
    ...hiddenCharacters(text),
    ...directives(text),
    ...compilerFindings(file),
    ...strangeNodes(file),
    ...freeNames(file),
    ...differences(output, path, file),
    ...strangeImports(path, file, paths, externals),
  ];
}

/** What a file imports that is neither another output nor a module of the configuration. */
function strangeImports(
  path: string,
  file: ts.SourceFile,
  paths: ReadonlySet<string>,
  externals: ReadonlySet<string>,
): readonly string[] {
  const specifiers = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
  return specifiers
    .filter((specifier) => !externals.has(specifier) && !paths.has(outputOf(path, specifier)))
    .map((specifier) => `an import of ${JSON.stringify(specifier)}`);
}

/** The output that a specifier of another output leads to. */
export function outputOf(from: string, specifier: string): string {
  if (!/^\.\.?\//.test(specifier)) return "";
  return `${join(dirname(from), specifier).replace(/\.[jt]s$/, "")}.ts`;
}
