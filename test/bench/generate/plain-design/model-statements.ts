import { type FunctionDeclarationStructure, type StatementStructures, StructureKind } from "ts-morph";
import type { PageField, PageModel } from "./page-model.js";

/** The statements of a model's file: imports, the type, a guard and a function that collects issues. */
export function modelStatements(
  model: PageModel,
  importPath: (link: string) => string,
): readonly StatementStructures[] {
  const others = [...model.references].filter(([name]) => name !== model.name);
  return [
    ...others.map(([name, link]) => ({
      kind: StructureKind.ImportDeclaration as const,
      isTypeOnly: true,
      namedImports: [name],
      moduleSpecifier: importPath(link),
    })),
    declaration(model),
    guard(model),
    check(model),
  ];
}

function declaration({ name, description, body }: PageModel): StatementStructures {
  const common = { name, isExported: true, docs: docsOf(description) };
  switch (body.kind) {
    case "object":
      return {
        ...common,
        kind: StructureKind.Interface,
        properties: body.fields.map((field) => ({
          name: keyOf(field),
          type: field.type,
          hasQuestionToken: !field.required,
          docs: docsOf(field.description),
        })),
      };
    case "choice":
      return { ...common, kind: StructureKind.TypeAlias, type: body.members.join(" | ") || "unknown" };
  }
}

function guard({ name, body }: PageModel): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: `is${name}`,
    isExported: true,
    parameters: [{ name: "value", type: "unknown" }],
    returnType: `value is ${name}`,
    statements:
      body.kind === "object"
        ? [...asRecord("return false;"), `return ${body.fields.map(condition).join(" && ") || "true"};`]
        : `return ${body.members.map((member) => test(member, "value")).join(" || ") || "true"};`,
  };
}

function check({ name, body }: PageModel): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: `check${name}`,
    isExported: true,
    parameters: [
      { name: "value", type: "unknown" },
      { name: "path", type: "PropertyKey[]" },
      { name: "issues", type: "unknown[]" },
    ],
    returnType: "void",
    statements:
      body.kind === "object"
        ? [...asRecord(`return void ${issue("path", name)}`), ...body.fields.map(fieldCheck)]
        : `if (!is${name}(value)) ${issue("path", name)}`,
  };
}

function fieldCheck(field: PageField): string {
  return `if (!${condition(field)}) ${issue(`path: [...path, ${JSON.stringify(field.name)}]`, field.type)}`;
}

function issue(path: string, expected: string): string {
  return `issues.push({ ${path}, message: ${JSON.stringify(`expected ${expected}`)} });`;
}

function asRecord(otherwise: string): readonly string[] {
  return [
    `if (typeof value !== "object" || value === null) ${otherwise}`,
    "const record = value as Record<string, unknown>;",
  ];
}

function condition({ name, type, required }: PageField): string {
  const value = isIdentifier(name) ? `record.${name}` : `record[${JSON.stringify(name)}]`;
  return required ? `(${test(type, value)})` : `(${value} === undefined || ${test(type, value)})`;
}

function test(type: string, value: string): string {
  if (/^(?:string|number|boolean|bigint)$/.test(type)) return `typeof ${value} === "${type}"`;
  if (/^["\d-]/.test(type)) return `${value} === ${type}`;
  if (type === "unknown") return "true";
  if (type === "Date") return `${value} instanceof Date`;
  if (type.endsWith("[]")) return `Array.isArray(${value})`;
  return type.startsWith("Record<") ? `typeof ${value} === "object" && ${value} !== null` : `${value} !== undefined`;
}

function keyOf({ name }: PageField): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function docsOf(description: string): { readonly description: string }[] {
  return description === "" ? [] : [{ description: description.replaceAll("*/", "*\\/") }];
}
