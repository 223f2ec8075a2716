import { type Code, code, codeLines, joinCode } from "./code.js";
import type {
  Declaration,
  DocComment,
  EmittedFile,
  ExportDeclaration,
  ImportDeclaration,
  PropertyDeclaration,
} from "./declaration.js";

/** The text of a file: banner, imports and exports, then each declaration behind a blank line. */
export function fileText(file: EmittedFile): Code {
  const head = [...file.imports.map(importCode), ...file.exports.map(exportCode)];
  const lines = [file.banner, ...(head.length > 0 ? [code``] : []), ...head];
  return code`${joinCode([joinCode(lines, newLine), ...file.declarations.map(declarationCode)], code`\n\n`)}\n`;
}

const newLine = code`\n`;

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

function declarationCode(declaration: Declaration): Code {
  const { docs } = declaration;
  const statement = code`export ${statementCode(declaration)}`;
  return docs ? code`${commentCode(docs, newLine)}\n${statement}` : statement;
}

function statementCode(declaration: Declaration): Code {
  const { name } = declaration;
  switch (declaration.kind) {
    case "interface":
      return interfaceCode(declaration);
    case "type":
      return code`type ${name} = ${declaration.type};`;
    case "function": {
      const parameters = declaration.parameters.map((parameter) => code`${parameter.name}: ${parameter.type}`);
      const head = code`function ${name}(${joinCode(parameters)}): ${declaration.returns}`;
      return code`${head} {\n  ${joinCode(declaration.body, innerLine)}\n}`;
    }
    case "const":
      return declaration.type
        ? code`const ${name}: ${declaration.type} = ${declaration.value};`
        : code`const ${name} = ${declaration.value} as const;`;
  }
}

const innerLine = code`\n  `;

function interfaceCode({ name, properties, index, extends: base }: Extract<Declaration, { kind: "interface" }>): Code {
  const head = base ? code`interface ${name} extends ${base}` : code`interface ${name}`;
  const signature = index ? [code`[key: string]: ${index.type};`] : [];
  const members = [...signature, ...properties.map(propertyCode)];
  return joinCode([code`${head} {`, ...members.map((member) => code`  ${member}`), code`}`], newLine);
}

function propertyCode({ name, type, optional, docs }: PropertyDeclaration): Code {
  const signature = optional ? code`${name}?: ${type};` : code`${name}: ${type};`;
  return docs ? code`${commentCode(docs, innerLine)}\n  ${signature}` : signature;
}

/** A comment whose lines stand as far in as what `lineBreak` ends with. */
function commentCode(docs: DocComment, lineBreak: Code): Code {
  if (!docs.includes("\n")) return code`/** ${docs} */`;
  const lines = codeLines(docs).map((line) => (line === "" ? code` *` : code` * ${line}`));
  return joinCode([code`/**`, ...(docs.startsWith("\n") ? lines.slice(1) : lines), code` */`], lineBreak);
}
