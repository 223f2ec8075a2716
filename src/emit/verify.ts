import { ts } from "ts-morph";
import type { Declaration, ExpectedDeclaration } from "./declaration.js";
import type { Difference, PrintedFile } from "./print.js";

/** Parses the texts of files with the compiler that ts-morph brings, and holds them against what their models predict. */
export function verifyFiles(files: readonly PrintedFile[]): readonly Difference[] {
  return files.flatMap((file) => {
    const difference = findDifference(file, ts.createSourceFile("output.ts", file.text, parsing));
    return difference === undefined ? [] : [{ path: file.path, page: file.page, difference }];
  });
}

/** Doc comments hold no declarations: parsing what they say takes half the time. */
const parsing: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

function findDifference(file: PrintedFile, parsed: ts.SourceFile): string | undefined {
  const [syntaxError] = parseErrors(parsed);
  if (syntaxError) return `a syntax error: ${ts.flattenDiagnosticMessageText(syntaxError.messageText, " ")}`;
  const { statements } = parsed;
  const head = file.imports + file.exports;
  const wanted = head + file.expected.length;
  if (statements.length !== wanted) return `${statements.length} statements where ${wanted} were predicted`;
  const stray = statements.slice(0, head).find((statement, at) => !isHead(statement, at < file.imports));
  if (stray) return `${ts.SyntaxKind[stray.kind]} where an import or an export was predicted`;
  for (const [at, expected] of file.expected.entries()) {
    const statement = statements[head + at];
    const found = statement && describe(statement);
    if (found !== describeExpected(expected))
      return `\`${found}\` where \`${describeExpected(expected)}\` was predicted`;
  }
  return undefined;
}

function isHead(statement: ts.Statement, isImport: boolean): boolean {
  return isImport ? ts.isImportDeclaration(statement) : ts.isExportDeclaration(statement);
}

/** The errors that parsing met: the compiler keeps them on the file, outside its public type. */
function parseErrors(file: ts.SourceFile): readonly ts.Diagnostic[] {
  return hasParseErrors(file) ? file.parseDiagnostics : [];
}

function hasParseErrors(file: ts.SourceFile): file is ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] } {
  return "parseDiagnostics" in file && Array.isArray(file.parseDiagnostics);
}

function describeExpected({ kind, name, members }: ExpectedDeclaration): string {
  return describeDeclaration(kind, name, members ?? []);
}

function describeDeclaration(kind: Declaration["kind"], name: string, members: readonly string[]): string {
  return `export ${kind} ${name} ${JSON.stringify(members)}`;
}

function describe(statement: ts.Statement): string {
  if (!isExported(statement)) return `${ts.SyntaxKind[statement.kind]} that is not exported`;
  if (ts.isInterfaceDeclaration(statement)) {
    return describeDeclaration("interface", statement.name.text, statement.members.flatMap(describeMember));
  }
  if (ts.isTypeAliasDeclaration(statement)) return describeDeclaration("type", statement.name.text, []);
  if (ts.isFunctionDeclaration(statement)) return describeDeclaration("function", statement.name?.text ?? "", []);
  if (!ts.isVariableStatement(statement)) return ts.SyntaxKind[statement.kind];
  const names = statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : "?"));
  return describeDeclaration("const", names.join(), []);
}

function describeMember(member: ts.TypeElement): readonly string[] {
  if (ts.isIndexSignatureDeclaration(member)) return [];
  if (!ts.isPropertySignature(member) || ts.isComputedPropertyName(member.name)) return ["?"];
  return [`${member.name.text}${member.questionToken ? "?" : ""}`];
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
