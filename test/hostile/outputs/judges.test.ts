import { expect, it } from "vitest";
import { compile, type OutputFile } from "../../../src/compile.js";
import { judgeOutputs } from "./judge-outputs.js";
import { trappedRealm } from "./trapped-realm.js";

const page = {
  path: "components/foo.md",
  value:
    "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `id` | *string* | :heavy_check_mark: | A word |\n",
};
const output = compile([page]);

/** The outputs with a fault in the model's file. */
function withFault(change: (text: string) => string): readonly OutputFile[] {
  return output.files.map(({ path, text }) => ({ path, text: path === "components/foo.ts" ? change(text) : text }));
}

const after =
  (more: string) =>
  (text: string): string =>
    `${text}${more}`;
const inComment =
  (more: string) =>
  (text: string): string =>
    text.replace("A word", `A word ${more}`);

it("finds nothing in what is emitted", () => {
  expect(judgeOutputs(output, new Set())).toEqual([]);
  expect(trappedRealm().run(output.files, new Set())).toEqual([]);
});

it.each([
  ["a syntax error", after("}")],
  ["a statement more", after("export const pwned = 1;\n")],
  ["a statement that runs", after("globalThis.pwned();\n")],
  ["a member more", (text: string) => text.replace("id: string;", "id: string;\n  pwned: string;")],
  ["an import from elsewhere", (text: string) => `import "pwned";\n${text}`],
  ["a call outside of functions", (text: string) => text.replace('kind: "object"', "kind: Object()")],
  ["a prototype", (text: string) => text.replace('kind: "object"', '"__proto__": {}')],
  ["a free name", (text: string) => text.replace("return false;", "return process;")],
  ["a template", (text: string) => text.replace('kind: "object"', "kind: `object`")],
  ["a directive at the head", (text: string) => `// @ts-nocheck\n${text}`],
  ["a directive in a comment", inComment("\n   * @ts-ignore")],
  ["a reference", (text: string) => `/// <reference path="pwned.d.ts" />\n${text}`],
  ["a source map", after("//# sourceMappingURL=pwned.map\n")],
  ["a legal comment", after("/*! pwned */\n")],
  ["a license", inComment("@license pwned")],
  ["a linter's directive", after("/* eslint-disable */\n")],
  ["a bidirectional control", inComment("\u202e")],
  ["a byte order mark", (text: string) => `\ufeff${text}`],
  ["a tag", inComment("\u{e0041}")],
  ["a selector of variants that follows nothing", inComment(" \ufe0f")],
  ["a carriage return", inComment("\r")],
])("finds %s", (_what, change) => {
  expect(judgeOutputs({ ...output, files: withFault(change) }, new Set())).not.toEqual([]);
});

it.each([
  ["a canary that is called", "pwned();"],
  ["a canary by another way", "(0, Object.constructor)('return globalThis')().pwned();"],
  ["a global that is read", "export const stolen = typeof process;"],
  ["a global that is written", "leaked = 1;"],
  ["a global that is set", "globalThis.leaked = 1;"],
  ["a prototype that is changed", "Object.prototype.polluted = true;"],
  ["a method that is replaced", "Array.prototype.map = () => [];"],
  ["an import from elsewhere", 'import "node:fs";'],
  ["a validator that throws", "export function isBad() { throw new Error(); }"],
])("sees %s when outputs are loaded", (_what, code) => {
  expect(trappedRealm().run(withFault(after(code)), new Set())).not.toEqual([]);
});
