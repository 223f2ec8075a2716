import ts from "typescript";

/** What no emitter of ours writes. */
const strange: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.TemplateLiteralType,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.ModuleDeclaration,
  ts.SyntaxKind.Decorator,
  ts.SyntaxKind.LabeledStatement,
  ts.SyntaxKind.DebuggerStatement,
  ts.SyntaxKind.WithStatement,
  ts.SyntaxKind.ImportEqualsDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.ImportType,
  ts.SyntaxKind.TypeQuery,
  ts.SyntaxKind.MetaProperty,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.ComputedPropertyName,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
  ts.SyntaxKind.SpreadAssignment,
]);

/** What stands in an output that its emitter never writes: foreign syntax, and code that runs when the module is loaded. */
export function strangeNodes(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const reason = strangeness(node, file);
    if (reason !== undefined) found.push(`${reason}: ${node.getText(file).slice(0, 100)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `...at`: a tell speaks of its own place in other words. */
function isOwnPlace(node: ts.Node): boolean {
  if (!ts.isSpreadAssignment(node) || !ts.isIdentifier(node.expression)) return false;
  const tell = ts.findAncestor(node, ts.isFunctionDeclaration);
  return node.expression.text === "at" && tell?.name?.text.startsWith("tell") === true;
}

function strangeness(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (strange.has(node.kind) && !isOwnPlace(node)) return `a ${ts.SyntaxKind[node.kind]}`;
  if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === "globalThis") return "a global value";
  if (ts.isPropertyAssignment(node) && "text" in node.name && node.name.text === "__proto__") return "a prototype";
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && isOutside(node) && !isSchemaCall(node)) {
    return "a call outside of functions";
  }
  return undefined;
}

function isOutside(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isFunctionLike) === undefined;
}

/** The one call that is made when a module is loaded. */
function isSchemaCall({ expression }: ts.CallExpression | ts.NewExpression): boolean {
  return ts.isIdentifier(expression) && /^modelSchema_*$/.test(expression.text);
}
