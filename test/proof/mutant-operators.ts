import ts from "typescript-5.9";

/** A change of a script: a range of it, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what: string;
}

type Operator = (node: ts.Node) => readonly (readonly [text: string, what: string])[];

function isOperator(node: ts.Node, ...kinds: readonly ts.SyntaxKind[]): boolean {
  return ts.isBinaryExpression(node) && kinds.includes(node.operatorToken.kind);
}

function isLogical(node: ts.Node): node is ts.BinaryExpression {
  return isOperator(node, ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken);
}

/** Whether a text is what `typeof` is compared with. */
function isTypeName({ parent }: ts.StringLiteral): boolean {
  return ts.isBinaryExpression(parent) && ts.isTypeOfExpression(parent.left);
}

/** `a && b` → `a`, `b`, `a || b` */
const logical: Operator = (node) => {
  if (!isLogical(node)) return [];
  const [left, right, sign] = [node.left.getText(), node.right.getText(), node.operatorToken.getText()];
  const other = sign === "&&" ? "||" : "&&";
  const drop = sign === "&&" ? "drop a conjunct" : "drop a disjunct";
  // Of a chain, each part is dropped once: what stands before the last one is dropped there.
  const first = isLogical(node.left) && node.left.operatorToken.kind === node.operatorToken.kind;
  const swapped = `((${left}) ${other} (${right}))`;
  return [[`(${left})`, drop], ...(first ? [] : [[`(${right})`, drop] as const]), [swapped, "swap && and ||"]];
};

const comparisons: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  ">": ">=",
  "+": "-",
};

/** `a === b` → `a !== b`, `true`, `false`; `depth + 1` → `depth - 1` */
const comparison: Operator = (node) => {
  if (!ts.isBinaryExpression(node) || isOperator(node, ts.SyntaxKind.CommaToken)) return [];
  const sign = node.operatorToken.getText();
  const other = comparisons[sign];
  const told =
    other === undefined
      ? []
      : [[`(${node.left.getText()} ${other} ${node.right.getText()})`, `${sign} to ${other}`] as const];
  if (sign === "+") return [...told, [node.left.getText(), "drop + 1"]];
  const constants = other === undefined && sign !== "in" ? [] : constant(node);
  return [...told, ...constants];
};

function constant(node: ts.Node): readonly (readonly [string, string])[] {
  const what = ts.isCallExpression(node) ? "call" : "test";
  return ["true", "false"].map((text) => [text, `${what} to ${text}`] as const);
}

/** `!a` → `a` */
const negation: Operator = (node) =>
  ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
    ? [[node.operand.getText(), "drop a negation"]]
    : [];

/** `isFoo(value)` → `true`, `false`; `Number.isFinite(value)` → `typeof value === "number"` */
const call: Operator = (node) => {
  if (!ts.isCallExpression(node)) return [];
  const callee = node.expression.getText();
  const argument = node.arguments[0]?.getText() ?? "";
  const loose = callee === "Number.isFinite" ? [[`(typeof ${argument} === "number")`, "admit NaN"] as const] : [];
  return [...loose, ...constant(node)];
};

const typeNames = ["string", "number", "boolean", "object", "bigint", "undefined"];

/** `"a"` → `"a~"`; of `typeof` → each other name; `0` → `1`; `true` → `false`; `null` → `undefined` */
const literal: Operator = (node) => {
  if (ts.isStringLiteral(node)) {
    const others = isTypeName(node) ? typeNames.filter((name) => name !== node.text) : [`${node.text}~`];
    return others.map((text) => [JSON.stringify(text), "change a literal"]);
  }
  // `(0, module.isFoo)(value)` is how the compiler writes the call of an import.
  if (isOperator(node.parent, ts.SyntaxKind.CommaToken)) return [];
  if (ts.isNumericLiteral(node)) return [[String(Number(node.text) + 1), "change a literal"]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [["false", "true to false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [["true", "false to true"]];
  return node.kind === ts.SyntaxKind.NullKeyword ? [["undefined", "change a literal"]] : [];
};

/** `record.name` → `record.name_` */
const property: Operator = (node) => {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return [];
  // What is called would not be there: any value would tell.
  const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (called || isOperator(node.parent, ts.SyntaxKind.CommaToken)) return [];
  return [[`${node.getText()}_`, "read another property"]];
};

/** Statements that are left out; conditions that always or never hold. */
const statement: Operator = (node) => {
  if (ts.isForStatement(node) || ts.isForInStatement(node)) return [[";", "drop a loop"]];
  if (ts.isIfStatement(node))
    return [
      [";", "drop an if"],
      [node.thenStatement.getText(), "drop a condition"],
    ];
  if (ts.isBreakOrContinueStatement(node))
    return [
      [";", "drop a jump"],
      ["return false;", "jump to false"],
    ];
  if (ts.isCaseClause(node)) return [["", "drop a case"]];
  if (ts.isPostfixUnaryExpression(node)) return [[`${node.operand.getText()} += 2`, "skip items"]];
  if (ts.isCatchClause(node)) return [["catch (error) { throw error; }", "throw what was caught"]];
  const result = ts.isReturnStatement(node) ? node.expression : undefined;
  if (!result || result.kind === ts.SyntaxKind.TrueKeyword || result.kind === ts.SyntaxKind.FalseKeyword) return [];
  return constant(result).map(([text]) => [`return ${text};`, `return ${text}`]);
};

const operators: readonly Operator[] = [logical, comparison, negation, call, literal, property, statement];

/** Every change of a node by an operator. */
export function editsOf(node: ts.Node): readonly Edit[] {
  const [start, end] = [node.getStart(), node.getEnd()];
  return operators.flatMap((operator) => operator(node).map(([text, what]) => ({ start, end, text, what })));
}
