import ts from "typescript";
import type { Output } from "../../../src/compile.js";
import type { Model, ModelId } from "../../../src/model/model.js";

/** The module of ours that validators share; it is not made from pages. */
export const sharedModule = "modelmark.ts";

/** How the declarations of each output differ from what its model says, by a reading apart from the verifier's. */
export function differences(output: Output, path: string, file: ts.SourceFile): readonly string[] {
  const models = [...output.schema.models.values()].filter(({ id }) => output.schema.names.get(id)?.file === path);
  const [model, ...others] = models;
  if (others.length > 0) return [`${models.length} models in one file`];
  if (model === undefined) return onlyExports(file);
  const name = output.schema.names.get(model.id)?.type ?? "";
  const found = file.statements.map(statementName).filter((statement) => statement !== "import");
  const hasValidators = output.files.some((each) => each.path === sharedModule);
  const wanted = predicted(model, name).filter(
    (each) => hasValidators || /^(?:interface|type|const Values)\b/.test(each),
  );
  const parts = new RegExp(`^function (?:check|tell)${name.replaceAll("$", "\\$")}\\$\\d+$`);
  const read = found.filter((statement) => !parts.test(statement));
  return [
    ...(read.join() === wanted.join() ? [] : [`declares ${read.join(", ")} where ${wanted.join(", ")} is predicted`]),
    ...memberDifferences(model, file),
  ];
}

function onlyExports(file: ts.SourceFile): readonly string[] {
  const strange = file.statements.filter((statement) => !ts.isExportDeclaration(statement));
  return strange.map((statement) => `a ${ts.SyntaxKind[statement.kind]} in an index`);
}

function predicted(model: Model<ModelId>, name: string): readonly string[] {
  const kind = model.kind === "object" ? "interface" : "type";
  const functions = ["is", "validate", "assert", "parse", "check", "tell"].map((verb) => `function ${verb}${name}`);
  const values = model.kind === "enum" ? ["const Values"] : [];
  return [`${kind} ${name}`, ...values, ...functions, "const Shape", "const Schema"];
}

/** `interface Foo`, or `const Values`, of which the stem is not compared. */
function statementName(statement: ts.Statement): string {
  if (ts.isImportDeclaration(statement)) return "import";
  const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.length === 1 ? "" : "hidden ";
  if (ts.isInterfaceDeclaration(statement)) return `${exported}interface ${statement.name.text}`;
  if (ts.isTypeAliasDeclaration(statement)) return `${exported}type ${statement.name.text}`;
  if (ts.isFunctionDeclaration(statement)) return `${exported}function ${statement.name?.text}`;
  if (!ts.isVariableStatement(statement)) return ts.SyntaxKind[statement.kind];
  const names = statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  return `${exported}const ${names.map((name) => /(?:Values|Shape|Schema)$/.exec(name)?.[0] ?? name).join()}`;
}

function memberDifferences(model: Model<ModelId>, file: ts.SourceFile): readonly string[] {
  if (model.kind !== "object") return [];
  const wanted = model.fields.map(
    ({ localName, presence }) => `${localName}${presence.value === "required" ? "" : "?"}`,
  );
  const members = file.statements.filter(ts.isInterfaceDeclaration).flatMap((statement) => [...statement.members]);
  const found = members.filter((member) => !ts.isIndexSignatureDeclaration(member)).map(memberName);
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  return same ? [] : [`members ${JSON.stringify(found)} where ${JSON.stringify(wanted)} are predicted`];
}

function memberName(member: ts.TypeElement): string {
  if (!ts.isPropertySignature(member) || ts.isComputedPropertyName(member.name)) return ts.SyntaxKind[member.kind];
  return `${member.name.text}${member.questionToken ? "?" : ""}`;
}
