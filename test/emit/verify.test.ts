import { describe, expect, it } from "vitest";
import { identifier } from "../../src/emit/code.js";
import type { ExpectedDeclaration } from "../../src/emit/declaration.js";
import type { PrintedFile } from "../../src/emit/print.js";
import { verifyFiles } from "../../src/emit/verify.js";

const foo: ExpectedDeclaration = { kind: "interface", name: identifier("Foo"), members: ["id", "note?"] };
const fooText = "export interface Foo { id: string; note?: string; }\n";

function differenceOf(text: string, file: Partial<PrintedFile> = {}): string | undefined {
  const printed = { path: "a/foo.ts", page: "a/foo.md", text, imports: 0, exports: 0, expected: [foo], ...file };
  const [difference] = verifyFiles([printed]);
  return difference?.difference;
}

function expectedOf(kind: ExpectedDeclaration["kind"]): Partial<PrintedFile> {
  return { expected: [{ kind, name: identifier("Foo") }] };
}

describe("a file that is as its model predicts", () => {
  it("has nothing said of it", () => {
    expect(
      verifyFiles([{ path: "a/foo.ts", page: "a/foo.md", text: fooText, imports: 0, exports: 0, expected: [foo] }]),
    ).toEqual([]);
  });

  it("may have imports, then exports of other files", () => {
    const text = `import { a } from "./a.js";\nexport * as b from "./b.js";\n${fooText}`;
    expect(differenceOf(text, { imports: 1, exports: 1 })).toBeUndefined();
  });

  it.each([
    ["type", "export type Foo = string;"],
    ["const", "export const Foo = 1;"],
    ["function", "export function Foo(): void {}"],
  ] as const)("may declare a %s", (kind, text) => {
    expect(differenceOf(text, expectedOf(kind))).toBeUndefined();
  });

  it("may have an index signature beside its members", () => {
    expect(differenceOf("export interface Foo { id: string; note?: string; [key: string]: unknown }")).toBeUndefined();
  });
});

describe("a file that is not", () => {
  it("is named with its page", () => {
    const printed = { path: "a/foo.ts", page: "a/foo.md", text: "", imports: 0, exports: 0, expected: [foo] };
    expect(verifyFiles([printed])).toEqual([
      { path: "a/foo.ts", page: "a/foo.md", difference: "0 statements where 1 were predicted" },
    ]);
  });

  it.each([
    ["a syntax error", `${fooText}}`, "a syntax error: Declaration or statement expected."],
    ["a statement more", `${fooText}alert(1);`, "2 statements where 1 were predicted"],
    ["a statement of another kind", "alert(1);", "`ExpressionStatement that is not exported`"],
    [
      "a declaration that is not exported",
      "interface Foo { id: string; note?: string }",
      "`InterfaceDeclaration that is not exported`",
    ],
    ["another name", "export interface Bar { id: string; note?: string }", '`export interface Bar ["id","note?"]`'],
    [
      "a member more",
      "export interface Foo { id: string; note?: string; b: 1 }",
      '`export interface Foo ["id","note?","b"]`',
    ],
    ["a member less", "export interface Foo { id: string }", '`export interface Foo ["id"]`'],
    [
      "a member that is optional",
      "export interface Foo { id?: string; note?: string }",
      '`export interface Foo ["id?","note?"]`',
    ],
    [
      "a member that is required",
      "export interface Foo { id: string; note: string }",
      '`export interface Foo ["id","note"]`',
    ],
    ["a method", "export interface Foo { id(): string; note?: string }", '`export interface Foo ["?","note?"]`'],
    [
      "a name that is computed",
      'export interface Foo { ["id"]: string; note?: string }',
      '`export interface Foo ["?","note?"]`',
    ],
    ["a type", "export type Foo = string;", "`export type Foo []`"],
    ["a function", "export function Foo() {}", "`export function Foo []`"],
    ["a constant", "export const Foo = 1;", "`export const Foo []`"],
    ["a class", "export class Foo { id: string; note?: string }", "`ClassDeclaration`"],
    ["an enum", "export enum Foo {}", "`EnumDeclaration`"],
    ["an export of another file", 'export * from "./a.js";', "`ExportDeclaration that is not exported`"],
  ])("holds %s", (_what, text, told) => {
    expect(differenceOf(text)).toMatch(
      told.startsWith("`") ? `${told} where \`export interface Foo ["id","note?"]\` was predicted` : told,
    );
  });

  it.each([
    ["two constants in one statement", "export const Foo = 1, Bar = 2;", "Foo,Bar"],
    ["a pattern of names", "export const { Foo } = globalThis;", "?"],
  ])("holds %s", (_what, text, name) => {
    expect(differenceOf(text, expectedOf("const"))).toBe(
      `\`export const ${name} []\` where \`export const Foo []\` was predicted`,
    );
  });

  it("declares a function without a name", () => {
    expect(differenceOf("export default function () {}", expectedOf("function"))).toBe(
      "`export function  []` where `export function Foo []` was predicted",
    );
  });

  it.each([
    ["a call where an import", `alert(1);\n${fooText}`, { imports: 1 }, "ExpressionStatement"],
    ["an export where an import", `export * from "./a.js";\n${fooText}`, { imports: 1 }, "ExportDeclaration"],
    ["an import where an export", `import "./a.js";\n${fooText}`, { exports: 1 }, "ImportDeclaration"],
    [
      "a second import where an export",
      `import "./a.js";\nimport "./b.js";\n${fooText}`,
      { imports: 1, exports: 1 },
      "ImportDeclaration",
    ],
  ])("has %s was predicted", (_what, text, head, kind) => {
    expect(differenceOf(text, head)).toBe(`${kind} where an import or an export was predicted`);
  });
});
