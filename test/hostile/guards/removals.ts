import ts from "typescript-5.9";
import { removableParts } from "./pattern-removals.js";

/** A source with one guard removed. */
export interface Removal {
  readonly source: string;
  /** The line, from 1 on, and what stood there and stands there now. */
  readonly line: number;
  readonly told: string;
}

/** A part of a source, by its offsets, and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The line of code that a reader is shown: the edit itself may be one character. */
  readonly shown: ts.Node;
}

/** Every source that a file becomes where a single escape, bound or check is taken out of it. */
export function removalsOf(source: string): readonly Removal[] {
  const file = ts.createSourceFile("guard.ts", source, ts.ScriptTarget.ES2022, true);
  const removals = editsIn(file).map((edit) => removalOf(file, edit));
  return [...new Map(removals.map((removal) => [removal.source, removal])).values()];
}

function removalOf(file: ts.SourceFile, { start, end, text, shown }: Edit): Removal {
  const line = file.getLineAndCharacterOfPosition(start).line + 1;
  const isPart = start > shown.getStart() || end < shown.getEnd();
  const told = `${oneLine(file.text.slice(start, end))} → ${text === "" ? "nothing" : oneLine(text)}`;
  const source = file.text.slice(0, start) + text + file.text.slice(end);
  return { source, line, told: isPart ? `${told} in ${oneLine(shown.getText())}` : told };
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
  if (ts.isCallExpression(node)) return [...withoutReplacing(node), ...withoutAlternative(node)];
  if (ts.isIfStatement(node) && leaves(node.thenStatement)) return [instead(node.expression, "false")];
  if (ts.isConditionalExpression(node)) return sidesOf(node, [node.whenTrue, node.whenFalse]);
  if (ts.isBinaryExpression(node) && isLogical(node.operatorToken.kind)) return sidesOf(node, [node.left, node.right]);
  return withoutPatternPart(node);
}

function instead(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), text, shown: node };
}

/** A text that is not rewritten. */
function withoutReplacing(node: ts.CallExpression): readonly Edit[] {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || !/^replace(?:All)?$/.test(expression.name.text)) return [];
  return [instead(node, expression.expression.getText())];
}

/** A pattern whose alternatives stand in a list, without one of them. */
function withoutAlternative({ expression, arguments: [separator] }: ts.CallExpression): readonly Edit[] {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "join") return [];
  const list = expression.expression;
  if (!ts.isArrayLiteralExpression(list) || separator?.getText() !== '"|"') return [];
  return list.elements.map((element) => {
    const others = list.elements.filter((each) => each !== element).map((each) => each.getText());
    return { ...instead(list, `[${others.join(", ")}]`), shown: element };
  });
}

/** A pattern, or a piece of one, without an alternative or a part of a character class. */
function withoutPatternPart(node: ts.Node): readonly Edit[] {
  const found = patternIn(node);
  if (found === undefined) return [];
  const offset = node.getStart() + found.before;
  return removableParts(found.pattern, found.flags).map(({ start, end }) => {
    return { start: offset + start, end: offset + end, text: "", shown: node };
  });
}

/** What may be a pattern, and how many characters of the node come before it. */
interface FoundPattern {
  readonly pattern: string;
  readonly flags: string;
  readonly before: number;
}

function patternIn(node: ts.Node): FoundPattern | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { pattern: node.text.slice(1, end), flags: node.text.slice(end + 1), before: 1 };
  }
  if (!ts.isNoSubstitutionTemplateLiteral(node) && !isAlternative(node)) return undefined;
  return { pattern: node.getText().slice(1, -1), flags: "", before: 1 };
}

/** A string that is an element of a list. */
function isAlternative(node: ts.Node): boolean {
  return ts.isStringLiteral(node) && ts.isArrayLiteralExpression(node.parent);
}

function sidesOf(node: ts.Node, sides: readonly ts.Expression[]): readonly Edit[] {
  return sides.map((side) => instead(node, `(${side.getText()})`));
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(leaves);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement);
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}
