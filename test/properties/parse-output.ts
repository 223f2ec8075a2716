import ts from "typescript";
import type { OutputFile } from "../../src/compile.js";

/** What the compiler says of a file's syntax; the module that all share is not made from pages. */
export function syntaxErrors({ path, text }: OutputFile): readonly string[] {
  if (path === "modelmark.ts") return [];
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

/** The statements of a file, as `interface Foo` and `import`. */
export function statementsOf(text: string): readonly string[] {
  return parse(text).statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return ["import"];
    if (ts.isInterfaceDeclaration(statement)) return [`interface ${statement.name.text}`];
    if (ts.isTypeAliasDeclaration(statement)) return [`type ${statement.name.text}`];
    if (ts.isFunctionDeclaration(statement)) return [`function ${statement.name?.text}`];
    if (!ts.isVariableStatement(statement)) return [ts.SyntaxKind[statement.kind]];
    return statement.declarationList.declarations.map(({ name }) => `const ${name.getText()}`);
  });
}

/** The names of the properties that the interfaces of a file declare. */
export function propertyNames(text: string): readonly string[] {
  const interfaces = parse(text).statements.filter(ts.isInterfaceDeclaration);
  return interfaces.flatMap(({ members }) =>
    members
      .filter(ts.isPropertySignature)
      .map(({ name }) => (ts.isComputedPropertyName(name) ? "[computed]" : name.text)),
  );
}

/** The texts and numbers of the lists that a file's constants are. */
export function listedValues(text: string): readonly (string | number)[] {
  const declarations = parse(text)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const lists = declarations.flatMap(({ initializer }) => {
    const list = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
    return list && ts.isArrayLiteralExpression(list) ? list.elements : [];
  });
  return lists.map((element) => (ts.isStringLiteral(element) ? element.text : Number(element.getText())));
}

/** The names that an index exports. */
export function exportedNames(text: string): readonly string[] {
  return parse(text)
    .statements.filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) => {
      if (!exportClause) return ["*"];
      return ts.isNamespaceExport(exportClause)
        ? [exportClause.name.text]
        : exportClause.elements.map(({ name }) => name.text);
    });
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("output.ts", text, ts.ScriptTarget.Latest, true);
}
