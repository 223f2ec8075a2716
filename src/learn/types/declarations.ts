import { ts } from "ts-morph";
import type { LiteralValue, Type } from "../../model/type.js";
import type { Declaration, DeclaredField, DeclaredShape, Mention } from "./declaration.js";
import { admitsUndefined, declaredType, literalValue, type TypeReading } from "./declared-type.js";
import { keyOf, type NameLookup } from "./module-names.js";

/** Reads the exported types of a file; those of the generator's own (`Foo$Outbound`) and generic ones are left out. */
export function declarationsIn(source: ts.SourceFile, file: string, lookup: NameLookup): readonly Declaration[] {
  const reading: TypeReading = { source, lookup, constants: constantsIn(source) };
  return source.statements.flatMap((statement) => {
    const shape = isExported(statement) ? shapeOf(statement, reading) : undefined;
    const name = shape && "name" in statement ? statement.name : undefined;
    if (!shape || !name || !isIdentifier(name) || /\$(?:Outbound|Inbound)?$/.test(name.text)) return [];
    const isClass = ts.isClassDeclaration(statement);
    return [{ key: keyOf(file, name.text), name: name.text, file, line: lineOf(name, source), isClass, shape }];
  });
}

/** The line of a node, from 1 on. */
export function lineOf(node: ts.Node, source: ts.SourceFile): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function isIdentifier(name: unknown): name is ts.Identifier {
  return typeof name === "object" && name !== null && "text" in name;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

function shapeOf(statement: ts.Statement, reading: TypeReading): DeclaredShape | undefined {
  if (ts.isEnumDeclaration(statement)) return { kind: "alias", type: enumType(statement) };
  if (ts.isTypeAliasDeclaration(statement)) {
    if (statement.typeParameters) return undefined;
    const { type } = statement;
    return ts.isTypeLiteralNode(type)
      ? membersShape(type.members, reading)
      : { kind: "alias", type: declaredType(type, reading) };
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.typeParameters ? undefined : membersShape([...statement.members], reading);
  }
  return undefined;
}

/** A type that only says what any key holds is a map. */
function membersShape(members: readonly ts.Node[], reading: TypeReading): DeclaredShape {
  const index = members.find(ts.isIndexSignatureDeclaration);
  const additional = index && declaredType(index.type, reading);
  const fields = members.flatMap((member) => fieldOf(member, reading) ?? []);
  if (!additional) return { kind: "object", fields };
  if (fields.length === 0) return { kind: "alias", type: { kind: "map", values: additional } };
  return { kind: "object", fields, additional };
}

function fieldOf(member: ts.Node, reading: TypeReading): DeclaredField | undefined {
  if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) return undefined;
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword];
  if (member.modifiers?.some(({ kind }) => hidden.includes(kind))) return undefined;
  const name = propertyNameOf(member.name);
  if (name === undefined) return undefined;
  const wireName = ts.isPropertyDeclaration(member) ? exposedName(member) : undefined;
  return {
    name,
    optional: member.questionToken !== undefined || admitsUndefined(member.type),
    type: declaredType(member.type, reading),
    line: lineOf(member.name, reading.source),
    ...(wireName !== undefined && { wireName }),
  };
}

/** The name of a property that is written as a name or a literal. */
export function propertyNameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

/** The name that `@Expose({ name: "app_id" })` gives a property in JSON. */
function exposedName(member: ts.PropertyDeclaration): string | undefined {
  for (const { expression } of ts.getDecorators(member) ?? []) {
    if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) continue;
    const [options] = expression.arguments;
    if (expression.expression.text !== "Expose" || !options || !ts.isObjectLiteralExpression(options)) continue;
    for (const property of options.properties) {
      if (!ts.isPropertyAssignment(property) || propertyNameOf(property.name) !== "name") continue;
      if (ts.isStringLiteralLike(property.initializer)) return property.initializer.text;
    }
  }
  return undefined;
}

function enumType({ members }: ts.EnumDeclaration): Type<Mention> {
  let next = 0;
  const values = members.flatMap(({ name, initializer }): readonly Type<Mention>[] => {
    const value = initializer ? literalValue(initializer) : next;
    if (typeof value === "number") next = value + 1;
    const shown = propertyNameOf(name) ?? "";
    return [value === undefined ? { kind: "reference", target: { kind: "unsayable", text: shown } } : literal(value)];
  });
  return { kind: "union", members: values };
}

function literal(value: LiteralValue): Type<Mention> {
  return { kind: "literal", value };
}

/** `const Foo = { Bar: "bar" } as const`: names and the values that they stand for. */
function constantsIn(source: ts.SourceFile): ReadonlyMap<string, readonly LiteralValue[]> {
  const constants = new Map<string, readonly LiteralValue[]>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const values = initializer && valuesOf(initializer);
      if (values && ts.isIdentifier(name)) constants.set(name.text, values);
    }
  }
  return constants;
}

function valuesOf(initializer: ts.Expression): readonly LiteralValue[] | undefined {
  const bare = withoutAssertion(initializer);
  if (!ts.isObjectLiteralExpression(bare)) return undefined;
  const values = bare.properties.map((property) =>
    ts.isPropertyAssignment(property) ? literalValue(withoutAssertion(property.initializer)) : undefined,
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** What stands before `as const` or `satisfies T`, and in parentheses. */
export function withoutAssertion(node: ts.Expression): ts.Expression {
  let bare = node;
  while (ts.isAsExpression(bare) || ts.isSatisfiesExpression(bare) || ts.isParenthesizedExpression(bare)) {
    bare = bare.expression;
  }
  return bare;
}
