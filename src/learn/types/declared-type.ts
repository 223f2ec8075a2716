import { ts } from "ts-morph";
import { deepestType, type LiteralValue, type PlatformName, type Type, unknownType } from "../../model/type.js";
import type { Mention } from "./declaration.js";
import type { NameLookup } from "./module-names.js";

/** What reading a type looks at beside its node. */
export interface TypeReading {
  readonly source: ts.SourceFile;
  readonly lookup: NameLookup;
  /** The values of the constants of a file, which stand for enums. */
  readonly constants: ReadonlyMap<string, readonly LiteralValue[]>;
}

/** So many types stand in one another at most. */
const deepestNode = 4 * deepestType;

/** What longer texts of types are cut to, where they are shown. */
const mostShown = 60;

/** What a type node says. */
export function declaredType(node: ts.TypeNode | undefined, reading: TypeReading, depth: number = 0): Type<Mention> {
  if (!node) return unknownType;
  if (depth > deepestNode) return unsayable(node, reading);
  const inner = (each: ts.TypeNode | undefined): Type<Mention> => declaredType(each, reading, depth + 1);
  if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return inner(node.type);
  if (ts.isUnionTypeNode(node)) return unionOf(node.types.filter((each) => !isUndefined(each)).map(inner));
  if (ts.isArrayTypeNode(node)) return { kind: "array", items: inner(node.elementType) };
  if (ts.isLiteralTypeNode(node)) return literalType(node, reading);
  if (ts.isTypeLiteralNode(node)) return mapType(node, inner) ?? unsayable(node, reading);
  if (ts.isIntersectionTypeNode(node)) return intersectionType(node, reading, inner);
  if (ts.isTypeReferenceNode(node)) return referenceType(node, reading, inner);
  return keywordType(node) ?? unsayable(node, reading);
}

/** Whether a type admits an undefined value. */
export function admitsUndefined(node: ts.TypeNode | undefined): boolean {
  if (node && ts.isUnionTypeNode(node)) return node.types.some(isUndefined);
  return node !== undefined && isUndefined(node);
}

function isUndefined(node: ts.TypeNode): boolean {
  return node.kind === ts.SyntaxKind.UndefinedKeyword;
}

/** A union whose null stands around it. */
function unionOf(members: readonly Type<Mention>[]): Type<Mention> {
  const flat = members.flatMap((member) => {
    const inside = member.kind === "nullable" ? member.type : member;
    return inside.kind === "union" ? inside.members : [inside];
  });
  const [only] = flat;
  const union: Type<Mention> = only && flat.length === 1 ? only : { kind: "union", members: flat };
  return members.some(({ kind }) => kind === "nullable") ? nullable(union) : union;
}

function nullable(type: Type<Mention>): Type<Mention> {
  return { kind: "nullable", type, source: { origin: "override" } };
}

function unsayable(node: ts.Node, { source }: TypeReading): Type<Mention> {
  const text = node.getText(source).replace(/\s+/g, " ");
  const shown = text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
  return { kind: "reference", target: { kind: "unsayable", text: shown } };
}

const others: Type<Mention> = { kind: "reference", target: { kind: "others" } };

function literalType({ literal }: ts.LiteralTypeNode, reading: TypeReading): Type<Mention> {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return nullable({ kind: "union", members: [] });
  const value = literalValue(literal);
  return value === undefined ? unsayable(literal, reading) : { kind: "literal", value };
}

/** The value of a literal; nothing of what is none. */
export function literalValue(node: ts.Node): LiteralValue | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = literalValue(node.operand);
    return typeof value === "number" ? -value : undefined;
  }
  return undefined;
}

type Inner = (node: ts.TypeNode | undefined) => Type<Mention>;

/** `{ [k: string]: T }`, and `{}`, which admits any keys. */
function mapType(node: ts.TypeLiteralNode, inner: Inner): Type<Mention> | undefined {
  const [first, ...more] = node.members;
  if (!first) return { kind: "map", values: unknownType };
  if (more.length > 0 || !ts.isIndexSignatureDeclaration(first)) return undefined;
  return { kind: "map", values: inner(first.type) };
}

/** `string & {}` keeps an enum open; `Model & { tag: "x" }` says the model's tag once more. */
function intersectionType(node: ts.IntersectionTypeNode, reading: TypeReading, inner: Inner): Type<Mention> {
  const isBase = ({ kind }: ts.TypeNode): boolean =>
    kind === ts.SyntaxKind.StringKeyword || kind === ts.SyntaxKind.NumberKeyword;
  if (node.types.some(isBase)) return others;
  const [only, ...more] = node.types.filter((each) => !isTag(each));
  return only && more.length === 0 ? inner(only) : unsayable(node, reading);
}

function isTag(node: ts.TypeNode): boolean {
  if (!ts.isTypeLiteralNode(node) || node.members.length === 0) return false;
  return node.members.every(
    (member) =>
      ts.isPropertySignature(member) &&
      member.type !== undefined &&
      ts.isLiteralTypeNode(member.type) &&
      literalValue(member.type.literal) !== undefined,
  );
}

function keywordType({ kind }: ts.TypeNode): Type<Mention> | undefined {
  switch (kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: "primitive", name: "string" };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: "primitive", name: "number" };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: "primitive", name: "boolean" };
    case ts.SyntaxKind.BigIntKeyword:
      return { kind: "primitive", name: "bigint" };
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.UnknownKeyword:
      return unknownType;
    case ts.SyntaxKind.ObjectKeyword:
      return { kind: "map", values: unknownType };
    case ts.SyntaxKind.NeverKeyword:
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.VoidKeyword:
      return { kind: "union", members: [] };
    default:
      return undefined;
  }
}

/** Names that SDKs use and no file of types declares. */
const foreignTypes: ReadonlyMap<string, Type<never>> = new Map<string, Type<never>>([
  ["Date", { kind: "primitive", name: "date-time" }],
  ["RFCDate", { kind: "primitive", name: "date" }],
  ["Decimal", { kind: "primitive", name: "decimal" }],
  ["BigInt", { kind: "primitive", name: "bigint" }],
  ["AxiosResponse", unknownType],
  ...["Blob", "File", "Request", "Response", "Uint8Array"].flatMap((name) =>
    isPlatform(name) ? [[name, { kind: "platform", name }] as const] : [],
  ),
]);

function isPlatform(name: string): name is PlatformName {
  return ["Blob", "File", "Request", "Response", "Uint8Array"].includes(name);
}

function referenceType(node: ts.TypeReferenceNode, reading: TypeReading, inner: Inner): Type<Mention> {
  const named = reading.lookup(node.typeName);
  if (named.kind === "declared") return { kind: "reference", target: named };
  const [first, second] = node.typeArguments ?? [];
  switch (named.name) {
    case "Array":
    case "ReadonlyArray":
      return { kind: "array", items: inner(first) };
    case "Record":
      return { kind: "map", values: inner(second) };
    case "ReadableStream":
    case "EventStream":
    case "JsonLStream":
      return { kind: "stream", items: inner(first) };
    case "Unrecognized":
    case "Unknown":
      return others;
    case "ClosedEnum":
    case "OpenEnum":
      return enumType(node, named.name === "OpenEnum", reading);
    default:
      return foreignTypes.get(named.name) ?? unsayable(node, reading);
  }
}

/** `OpenEnum<typeof Foo>`, whose values a constant lists. */
function enumType(node: ts.TypeReferenceNode, isOpen: boolean, reading: TypeReading): Type<Mention> {
  const [query] = node.typeArguments ?? [];
  if (!query || !ts.isTypeQueryNode(query) || !ts.isIdentifier(query.exprName)) return unsayable(node, reading);
  const values = reading.constants.get(query.exprName.text);
  if (!values) return unsayable(node, reading);
  const members = values.map((value): Type<Mention> => ({ kind: "literal", value }));
  return unionOf(isOpen ? [...members, others] : members);
}
