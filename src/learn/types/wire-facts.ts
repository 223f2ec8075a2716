import { ts } from "ts-morph";
import type { JsonValue } from "../../model/json-value.js";
import { deepestValue } from "../json-value.js";
import type { Told, WireFacts } from "./declaration.js";
import { lineOf, propertyNameOf, withoutAssertion } from "./declarations.js";
import { literalValue } from "./declared-type.js";
import { keyOf } from "./module-names.js";

/** Which way a schema reads: from JSON to TypeScript, or back. */
type Direction = "inbound" | "outbound";

interface WireSchema {
  readonly name: string;
  readonly direction: Direction;
  readonly expression: ts.Expression;
}

/**
 * What the zod schemas beside the types say of their properties: names in JSON, by what a transform renames, and defaults. What
 * the schemas of both directions say otherwise is left out.
 */
export function wireFactsIn(source: ts.SourceFile, file: string): ReadonlyMap<string, WireFacts> {
  const facts = new Map<string, WireFacts>();
  for (const schema of schemasIn(source)) {
    const key = keyOf(file, schema.name);
    const read = factsOf(schema, source);
    const former = facts.get(key);
    facts.set(key, former ? agreed(former, read) : read);
  }
  return facts;
}

function agreed(one: WireFacts, other: WireFacts): WireFacts {
  return { wireNames: both(one.wireNames, other.wireNames), defaults: both(one.defaults, other.defaults) };
}

/** What one of two says, and what both say alike. */
function both<Value>(
  one: ReadonlyMap<string, Told<Value>>,
  other: ReadonlyMap<string, Told<Value>>,
): ReadonlyMap<string, Told<Value>> {
  const merged = new Map([...other, ...one]);
  for (const [name, { value }] of one) {
    const second = other.get(name);
    if (second && JSON.stringify(second.value) !== JSON.stringify(value)) merged.delete(name);
  }
  return merged;
}

/** `Foo$inboundSchema`, or `inboundSchema` in the namespace `Foo$`. */
function schemasIn(source: ts.SourceFile): readonly WireSchema[] {
  return source.statements.flatMap((statement): readonly WireSchema[] => {
    if (ts.isVariableStatement(statement)) return schemasOf(statement, "");
    if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) return [];
    const { name, body } = statement;
    return body.statements.flatMap((each) => (ts.isVariableStatement(each) ? schemasOf(each, name.text) : []));
  });
}

function schemasOf({ declarationList }: ts.VariableStatement, prefix: string): readonly WireSchema[] {
  return declarationList.declarations.flatMap(({ name, initializer }) => {
    const parts = ts.isIdentifier(name) && /^(.+)\$(in|out)boundSchema$/.exec(prefix + name.text);
    if (!parts || !initializer) return [];
    const direction = parts[2] === "in" ? "inbound" : "outbound";
    return [{ name: parts[1] ?? "", direction, expression: initializer }];
  });
}

function factsOf({ direction, expression }: WireSchema, source: ts.SourceFile): WireFacts {
  const wireNames = new Map<string, Told<string>>();
  const defaults = new Map<string, Told<JsonValue>>();
  const literal = objectLiteralOf(expression);
  const renames = literal ? renamesIn(expression, literal) : new Map<string, string>();
  for (const property of literal?.properties ?? []) {
    if (!ts.isPropertyAssignment(property)) continue;
    const key = propertyNameOf(property.name);
    if (key === undefined) continue;
    const other = renames.get(key) ?? key;
    const [local, wire] = direction === "inbound" ? [other, key] : [key, other];
    const line = lineOf(property.name, source);
    wireNames.set(local, { value: wire, line });
    const value = defaultOf(property.initializer);
    if (value !== undefined) defaults.set(local, { value, line });
  }
  return { wireNames, defaults };
}

/** A call `z.object(…)` or `schema.optional()`: what it is called on, its name, its arguments. */
interface MethodCall {
  readonly subject: ts.Expression;
  readonly method: string;
  readonly parameters: readonly ts.Expression[];
}

function methodCall(node: ts.Expression): MethodCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: subject, name } = node.expression;
  return { subject, method: name.text, parameters: node.arguments };
}

function isZod(subject: ts.Expression): boolean {
  return ts.isIdentifier(subject) && subject.text === "z";
}

/** Calls that wrap the schema which is their first argument. */
const wrappers: ReadonlySet<string> = new Set(["pipe", "nullable", "optional", "nullish", "lazy", "catchall"]);

/** What a schema is made of: `a` of `z.pipe(a, b)`, of `a.transform(f)` and of `collectExtraKeys$(a)`. */
function innerSchema(node: ts.Expression): ts.Expression | undefined {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? undefined : node.body;
  const call = methodCall(node);
  if (call) {
    if (!isZod(call.subject)) return call.subject;
    return wrappers.has(call.method) ? call.parameters[0] : undefined;
  }
  return ts.isCallExpression(node) ? node.arguments[0] : undefined;
}

function objectLiteralOf(schema: ts.Expression): ts.ObjectLiteralExpression | undefined {
  for (let node: ts.Expression | undefined = schema; node; node = innerSchema(node)) {
    const call = methodCall(node);
    const [first] = call?.parameters ?? [];
    const isObject = call && isZod(call.subject) && /^(?:strict|loose)?object$/i.test(call.method);
    if (isObject && first && ts.isObjectLiteralExpression(first)) return first;
  }
  return undefined;
}

/** What a schema's transform makes of keys: by `remap$(v, { created_at: "createdAt" })`, or `{ createdAt: v.created_at }`. */
function renamesIn(schema: ts.Expression, keys: ts.ObjectLiteralExpression): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (node === keys) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^remap\$?$/.test(node.expression.text)) {
      for (const [from, to] of textsOf(node.arguments[1])) renames.set(from, to);
    }
    if (ts.isPropertyAssignment(node)) {
      const [from, to] = [keyRead(node.initializer), propertyNameOf(node.name)];
      if (from !== undefined && to !== undefined) renames.set(from, to);
    }
    ts.forEachChild(node, visit);
  };
  visit(schema);
  return renames;
}

function textsOf(node: ts.Expression | undefined): readonly (readonly [string, string])[] {
  if (!node || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) return [];
    const name = propertyNameOf(property.name);
    return name === undefined ? [] : [[name, property.initializer.text] as const];
  });
}

/** The key that `v.key` or `v["key"]` reads of a transform's value. */
function keyRead(node: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return isValue(node.expression) ? node.name.text : undefined;
  if (!ts.isElementAccessExpression(node) || !isValue(node.expression)) return undefined;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

/** Whether an expression is what generators call the value of a transform. */
function isValue(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "v";
}

/** The default of a property's schema: `z.int().default(0)`, `z.optional(z._default(z.int(), 0))`. */
function defaultOf(schema: ts.Expression): JsonValue | undefined {
  for (let node: ts.Expression | undefined = schema; node; node = innerSchema(node)) {
    const call = methodCall(node);
    const given = call && (isZod(call.subject) ? call.method === "_default" && 1 : call.method === "default" && 0);
    const argument = typeof given === "number" ? call?.parameters[given] : undefined;
    if (argument) return jsonValue(argument);
  }
  return undefined;
}

function jsonValue(expression: ts.Expression, depth: number = 0): JsonValue | undefined {
  const node = withoutAssertion(expression);
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (depth > deepestValue) return undefined;
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map((element) => jsonValue(element, depth + 1));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!ts.isObjectLiteralExpression(node)) return literalValue(node);
  const entries = node.properties.map((property) => {
    const name = ts.isPropertyAssignment(property) ? propertyNameOf(property.name) : undefined;
    const value = ts.isPropertyAssignment(property) ? jsonValue(property.initializer, depth + 1) : undefined;
    return name === undefined || value === undefined ? undefined : ([name, value] as const);
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}
