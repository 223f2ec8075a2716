import ts from "typescript-5.9";

/** A source with one guard removed. */
export interface Removal {
  readonly source: string;
  /** The line, from 1 on, and what stood there and stands there now. */
  readonly line: number;
  readonly told: string;
}

/** A part of a source and what takes its place. */
interface Edit {
  readonly node: ts.Node;
  readonly text: string;
}

/** Every source that a file becomes where a single escape, bound or check is taken out of it. */
export function removalsOf(source: string): readonly Removal[] {
  const file = ts.createSourceFile("guard.ts", source, ts.ScriptTarget.ES2022, true);
  const removals = editsIn(file).map((edit) => removalOf(file, edit));
  return [...new Map(removals.map((removal) => [removal.source, removal])).values()];
}

function removalOf(file: ts.SourceFile, { node, text }: Edit): Removal {
  const [start, end] = [node.getStart(), node.getEnd()];
  const line = file.getLineAndCharacterOfPosition(start).line + 1;
  const told = `${oneLine(node.getText())} → ${text === "" ? "nothing" : oneLine(text)}`;
  return { source: file.text.slice(0, start) + text + file.text.slice(end), line, told };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

function editsIn(node: ts.Node): readonly Edit[] {
  const edits = [...editsOf(node)];
  ts.forEachChild(node, (child) => {
    edits.push(...editsIn(child));
  });
  return edits;
}

function editsOf(node: ts.Node): readonly Edit[] {
  if (ts.isCallExpression(node)) return replacementOf(node);
  if (ts.isIfStatement(node) && leaves(node.thenStatement)) return [{ node: node.expression, text: "false" }];
  if (ts.isConditionalExpression(node)) return sidesOf(node, [node.whenTrue, node.whenFalse]);
  if (ts.isBinaryExpression(node) && isLogical(node.operatorToken.kind)) return sidesOf(node, [node.left, node.right]);
  return [];
}

/** A text that is not rewritten. */
function replacementOf(node: ts.CallExpression): readonly Edit[] {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || !/^replace(?:All)?$/.test(expression.name.text)) return [];
  return [{ node, text: expression.expression.getText() }];
}

function sidesOf(node: ts.Node, sides: readonly ts.Expression[]): readonly Edit[] {
  return sides.map((side) => ({ node, text: `(${side.getText()})` }));
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement);
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}
