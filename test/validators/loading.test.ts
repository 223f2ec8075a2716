import ts from "typescript";
import { expect, test } from "vitest";
import { outputsOf } from "./outputs.js";
import { samples } from "./samples.js";

/** The calls that loading a module makes: functions are only declared. */
function callsWhenLoaded(node: ts.Node): readonly ts.Node[] {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isHeritageClause(node)) return [];
  const own = ts.isCallExpression(node) || ts.isNewExpression(node) ? [node] : [];
  const inner: ts.Node[] = [];
  node.forEachChild((child) => {
    inner.push(...callsWhenLoaded(child));
  });
  return [...own, ...inner];
}

test("nothing runs when an output is loaded but what a bundler may drop", () => {
  for (const [path, text] of outputsOf(samples)) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    expect(file.statements.filter(ts.isExpressionStatement)).toEqual([]);
    for (const call of callsWhenLoaded(file)) {
      expect(text.slice(call.pos, call.getStart())).toContain("/* @__PURE__ */");
    }
  }
});

test("a guard needs no shape", () => {
  const text = outputsOf(samples).get("models/Everything.ts") ?? "";
  const file = ts.createSourceFile("Everything.ts", text, ts.ScriptTarget.ES2022, true);
  const guard = file.statements.find((statement) => ts.isFunctionDeclaration(statement));
  expect(guard?.name?.text).toBe("isEverything");
  expect(guard?.getText()).not.toMatch(/Shape|issuesOf|validate/);
});
