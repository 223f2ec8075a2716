import ts from "typescript";

/** Names that outputs may use without declaring them: values of the platform, and the types beside them. */
const platform: ReadonlySet<string> = new Set(
  "undefined Array Blob Date File Number Object ReadableStream Request Response Uint8Array Record globalThis const".split(
    " ",
  ),
);

/** The names that an output uses and neither declares nor imports, those of the platform aside. */
export function freeNames(file: ts.SourceFile): readonly string[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) sort(node, declared, used);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((name) => !declared.has(name) && !platform.has(name)).map((name) => `a free name ${name}`);
}

function sort(node: ts.Identifier, declared: Set<string>, used: Set<string>): void {
  const { parent } = node;
  if (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent)) {
    if (parent.name === node) return;
  }
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
  // The names of another module stand before `as` and in lists of exports.
  if (ts.isExportSpecifier(parent) || ts.isNamespaceExport(parent)) return;
  if (ts.isImportSpecifier(parent)) {
    if (parent.name === node) declared.add(node.text);
    return;
  }
  if (isDeclarationOf(parent, node)) declared.add(node.text);
  else used.add(node.text);
}

function isDeclarationOf(parent: ts.Node, node: ts.Identifier): boolean {
  const declares =
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent);
  return declares && parent.name === node;
}
