import {
  type CodeBlockWriter,
  IndentationText,
  NewLineKind,
  Project,
  type SourceFile,
  type StatementStructures,
  StructureKind,
  type WriterFunction,
} from "ts-morph";
import { type Code, code, joinCode } from "./code.js";
import type { Declaration, DocComment, EmittedFile, ExportDeclaration, ImportDeclaration } from "./declaration.js";
import { findDifference } from "./verify.js";

/** A file's text, or why it must not be written. */
export type PrintResult =
  | { readonly ok: true; readonly file: EmittedFile; readonly text: string }
  | { readonly ok: false; readonly file: EmittedFile; readonly difference: string };

/** Prints files with ts-morph; each is parsed again and held against what its model predicts. */
export function printFiles(files: readonly EmittedFile[], onPrinted: (done: number) => void): readonly PrintResult[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed },
  });
  return files.map((file, at) => {
    const printed = project.createSourceFile(`/${at}.ts`, { statements: [...statementsOf(file)] });
    const result = resultOf(file, printed);
    printed.forget();
    onPrinted(at + 1);
    return result;
  });
}

function resultOf(file: EmittedFile, printed: SourceFile): PrintResult {
  const difference = findDifference(file, printed.compilerNode);
  return difference === undefined ? { ok: true, file, text: printed.getFullText() } : { ok: false, file, difference };
}

type Statement = string | WriterFunction | StatementStructures;

function statementsOf(file: EmittedFile): readonly Statement[] {
  const head = [...file.imports.map(importCode), ...file.exports.map(exportCode)];
  return [
    joinCode([file.banner, ...(head.length > 0 ? [code``] : []), ...head], code`\n`),
    ...file.declarations.map(declarationStructure),
  ];
}

function importCode({ from, names }: ImportDeclaration): Code {
  const allTypes = names.every(({ typeOnly }) => typeOnly);
  const keyword = allTypes ? code`import type` : code`import`;
  return clauseCode(keyword, allTypes ? names.map((name) => ({ ...name, typeOnly: false })) : names, from);
}

function exportCode({ from, exported }: ExportDeclaration): Code {
  if ("namespace" in exported) return code`export * as ${exported.namespace} from ${from};`;
  return clauseCode(code`export`, exported.names, from);
}

/** Widest line of names; longer lists stand one name a line. */
const widestClause = 100;

function clauseCode(keyword: Code, names: ImportDeclaration["names"], from: Code): Code {
  const list = names.map(({ name, alias, typeOnly }) => {
    const renamed = alias ? code`${name} as ${alias}` : name;
    return typeOnly ? code`type ${renamed}` : renamed;
  });
  const line = code`${keyword} { ${joinCode(list)} } from ${from};`;
  if (line.length <= widestClause) return line;
  return code`${keyword} {\n  ${joinCode(list, code`,\n  `)},\n} from ${from};`;
}

function declarationStructure(declaration: Declaration): Statement {
  const { name, docs } = declaration;
  const common = { name, isExported: true, leadingTrivia: setApart, ...(docs ? { docs: [docs] } : {}) };
  switch (declaration.kind) {
    case "interface":
      return { kind: StructureKind.Interface, ...common, ...membersOf(declaration) };
    case "type":
      return { kind: StructureKind.TypeAlias, ...common, type: declaration.type };
    case "function": {
      const parameters = declaration.parameters.map((parameter) => ({ name: parameter.name, type: parameter.type }));
      const statements = [joinCode(declaration.body, code`\n`)];
      return { kind: StructureKind.Function, ...common, parameters, returnType: declaration.returns, statements };
    }
    case "const":
      return (writer) => {
        setApart(writer);
        writer.write(constCode(declaration));
      };
  }
}

/** A blank line before each declaration: ts-morph leaves it out before aliases and plain text. */
function setApart(writer: CodeBlockWriter): void {
  writer.blankLineIfLastNot();
}

function membersOf({ properties, index, extends: base }: Extract<Declaration, { kind: "interface" }>) {
  return {
    ...(base ? { extends: [base] } : {}),
    properties: properties.map(({ name, type, optional, docs }) => ({
      name,
      type,
      hasQuestionToken: optional,
      ...(docs ? { docs: [docs] } : {}),
    })),
    indexSignatures: index ? [{ keyName: "key", keyType: "string", returnType: index.type }] : [],
  };
}

/** Constants are printed here: ts-morph indents the lines of an initializer as if it were an argument. */
function constCode({ name, docs, type, value }: Extract<Declaration, { kind: "const" }>): Code {
  const statement = type
    ? code`export const ${name}: ${type} = ${value};`
    : code`export const ${name} = ${value} as const;`;
  return docs ? code`${commentCode(docs)}\n${statement}` : statement;
}

function commentCode(docs: DocComment): Code {
  const [first, ...rest] = docs.split("\n") as [Code, ...Code[]];
  if (rest.length === 0) return code`/** ${first} */`;
  const lines = (first === "" ? rest : [first, ...rest]).map((line) => (line === "" ? code` *` : code` * ${line}`));
  return joinCode([code`/**`, ...lines, code` */`], code`\n`);
}
