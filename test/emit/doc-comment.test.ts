import { describe, expect, it } from "vitest";
import { docComment, lineComment } from "../../src/emit/doc-comment.js";
import { fileFacts, printedComments, printedFile, readDescription, tsdocMessages } from "./doc-reader.js";

const quiet = { errors: 0, directives: 0, pragmas: 0, references: 0, deprecated: false };

describe("the description", () => {
  const rows: readonly (readonly [fact: string, given: string, want: string])[] = [
    ["stays as it is", "The id of the *user*.", "The id of the *user*."],
    ["keeps its code spans", "Use `{id}` or `a<b>@c\\`.", "Use `{id}` or `a<b>@c\\`."],
    ["keeps its fences", "```ts\nlet a = { b: `@c` };\n\n```\nend", "```ts\nlet a = { b: `@c` };\n\n```\nend"],
    ["cannot end the comment", "a */ b **/ c *\\/ d", "a *\\/ b **\\/ c *\\\\/ d"],
    ["cannot end it in a code span", "`*/` and `*\\/`", "`*\\/` and `*\\\\/`"],
    ["cannot end it in a fence", "```\n*/ *\\/\n```", "```\n*\\/ *\\\\/\n```"],
    ["cannot end it across lines", "a *\n/ b", "a *\n/ b"],
    ["has its tags escaped", "{@link X} @param a@b.c", "\\{\\@link X\\} \\@param a\\@b.c"],
    ["has its HTML escaped", "<b>x</b>\n> quote", "\\<b\\>x\\</b\\>\n\\> quote"],
    ["keeps the Markdown escapes that TSDoc has", "\\* \\# \\[x\\] 1\\.", "\\* \\\\# \\[x\\] 1\\."],
    [
      "has no false link definition",
      "[For sales]: The name.\n[a]: /b 'c'\n\\:",
      "[For sales]\\: The name.\n[a]: /b 'c'\n\\\\:",
    ],
    ["has no false link definition with tabs", "[a]:\tb\tc\n[a]: b \t(c)", "[a]\\:\tb\tc\n[a]: b \t(c)"],
    ["shows other backslashes", "a\\b \\_ \\{ \\\\", "a\\\\b \\\\_ \\\\\\{ \\\\\\\\"],
    ["has backticks escaped that close no span", "a ` b\n``c``", "a \\` b\n\\`\\`c\\`\\`"],
    ["opens no span at an escaped backtick", "\\`{a}\\`", "\\\\\\`\\{a\\}\\\\\\`"],
    ["has an unclosed fence escaped", "```ts\n{", "\\`\\`\\`ts\n\\{"],
    ["has an indented fence escaped", "  ```\n  a\n  ```", "  \\`\\`\\`\n  a\n  \\`\\`\\`"],
    ["has an empty fence escaped", "```\n```", "\\`\\`\\`\n\\`\\`\\`"],
    ["has a long fence escaped", "````\na\n````", "\\`\\`\\`\\`\na\n\\`\\`\\`\\`"],
    [
      "shows control characters",
      "a\rb\u0000c\u2028d\u202ee\u200bf",
      "a\\\\u000db\\\\u0000c\\\\u2028d\\\\u202ee\\\\u200bf",
    ],
    ["shows them plainly in code", "`a\u202eb`", "`a\\u202eb`"],
    ["shows halves of surrogate pairs", "\ud800 \u{1f600} \udc00", "\\\\ud800 \u{1f600} \\\\udc00"],
    ["tells a written escape from a shown character", "`\\u202e \\\\u202e`", "`\\\\u202e \\\\\\\\u202e`"],
    ["keeps tabs", "\ta\tb", "\ta\tb"],
    [
      "cannot strip the declaration",
      "@internal `@internal` `@\\internal`",
      "&#64;internal `@\\internal` `@\\\\internal`",
    ],
    ["cannot set JSX", "@jsx h\n`@jsxImportSource x`", "&#64;jsx h\n`@\\jsxImportSource x`"],
    ["cannot be kept as a licence", "@license @preserve", "&#64;license &#64;preserve"],
    ["cannot be an annotation", "#__PURE__ `/*@__PURE__*/`", "&#35;__PURE__ `/*@\\__PURE__*\\/`"],
    ["cannot name a source map", "//# sourceMappingURL=x", "//&#35; sourceMappingURL=x"],
    ["keeps written entities apart", "&#64; &#35; &amp;", "\\&#64; \\&#35; &amp;"],
    ["makes no tag in a fence", "```\n@deprecated x\na @b c@d\n```", "```\n\\@deprecated x\na \\@b c@d\n```"],
    ["makes no tag in a code span", "`@a` `npm i @b/c` `\\@d`", "`@a` `npm i \\@b/c` `\\@d`"],
    ["tells a written backslash from its own", "```\n\\@a\n```", "```\n\\\\@a\n```"],
    ["breaks where the page breaks", "a<br/>b<BR>c<br />d\r\ne", "a\nb\nc\nd\ne"],
    ["keeps a break in a code span", "`a<br/>b` <br/>", "`a<br/>b`"],
    ["unflattens a fence", "a<br/>```json<br/>{<br/>`b<br/>c`<br/>```<br/>d", "a\n```json\n{\n`b\nc`\n```\nd"],
    ["keeps a break in a fence with lines", "```html\na<br/>b\n```", "```html\na<br/>b\n```"],
    ["loses blanks at line ends and blank lines around", "\n \na  \n\n b\t\n\n", "a\n\n b"],
  ];
  it.each(rows)("%s", (_, given, want) => {
    expect(docComment({ description: given })).toBe(want);
  });

  it.each(rows)("%s, and nothing else changes", (_, given, want) => {
    const file = printedFile(docComment({ description: given }));
    expect(fileFacts(file)).toEqual({ ...quiet, statements: ["InterfaceDeclaration"] });
    for (const comment of printedComments(file)) {
      expect(tsdocMessages(comment)).toEqual([]);
      expect(docComment({ description: readDescription(comment) })).toBe(want);
    }
  });
});

describe("the parts", () => {
  it("stand in a fixed order, remarks as paragraphs", () => {
    const comment = docComment({
      see: ["models/foo.md", "a`b\n{c}"],
      examples: [{ language: "json", text: "{\n}" }, { text: "1" }],
      defaultValue: '"a"',
      deprecated: "Use *bar*.\n\nSoon.",
      remarks: ["Null was seen in `a.md`.", ""],
      description: "What it is.",
    });
    expect(comment?.split("\n")).toEqual([
      ...["What it is.", "", "Null was seen in `a.md`.", ""],
      ...["@deprecated Use *bar*.", "", "Soon.", '@defaultValue `"a"`'],
      ...["@example", "```json", "{", "}", "```", "@example", "```", "1", "```"],
      ...["@see `models/foo.md`", "@see a\\`b\\\\u000a\\{c\\}"],
    ]);
  });

  it.each([
    {},
    { description: " \n<br/>" },
    { examples: [{ text: "\n" }], see: [" "], defaultValue: "", remarks: [""] },
    { defaultValue: " \n\t" },
  ])("that say nothing make no comment: %j", (parts) => {
    expect(docComment(parts)).toBeUndefined();
  });

  it.each([
    ["", "@deprecated The documentation marks this as deprecated."],
    [" <br/> ", "@deprecated The documentation marks this as deprecated."],
    ["```\na\n```", "@deprecated The documentation marks this as deprecated.\n```\na\n```"],
  ])("deprecate with a message: %j", (deprecated, want) => {
    expect(docComment({ deprecated })).toBe(want);
  });

  it.each([
    ["{ a: 1 }", "@defaultValue `{ a: 1 }`"],
    ["*/", "@defaultValue `*\\/`"],
    ["`a`", "@defaultValue\n```\n`a`\n```"],
    ["{\n}", "@defaultValue\n```\n{\n}\n```"],
  ])("show a default value as code: %j", (defaultValue, want) => {
    expect(docComment({ defaultValue })).toBe(want);
  });

  it.each([
    ["a\n```\nb", "", "```\na\n\\```\nb\n```"],
    ["\t```", "", "```\n\t\\```\n```"],
    ["  \\```", "", "```\n  \\\\```\n```"],
    ["*/ <br/>", "js */", "```js *\\/\n*\\/ <br/>\n```"],
    ["a", "b`c", "```\na\n```"],
    ["a", "b\nc", "```b\\u000ac\na\n```"],
  ])("cannot close the fence of an example: %j", (text, language, want) => {
    expect(docComment({ examples: [{ text, language }] })).toBe(`@example\n${want}`);
  });
});

describe("a line comment", () => {
  it.each([
    [
      "Code generated by modelmark from a/b.md. DO NOT EDIT.",
      "// Code generated by modelmark from a/b.md. DO NOT EDIT.",
    ],
    ["a\nb\r\u2028\u202e\tc", "// a\\u000ab\\u000d\\u2028\\u202e\\u0009c"],
    ["@ts-nocheck", "// \\@\\ts-nocheck"],
    ["# sourceMappingURL=x", "// #\\ sourceMappingURL=x"],
    ["/ <reference path='x' />", "// / <reference path='x' />"],
    ["*/ @license", "// *\\/ \\@\\license"],
  ])("is one line that no tool obeys: %j", (text, want) => {
    expect(lineComment(text)).toBe(want);
    expect(fileFacts(`${lineComment(text)}\nexport {};`)).toEqual({ ...quiet, statements: ["ExportDeclaration"] });
  });
});

describe("a long text", () => {
  const size = 1 << 18;
  const line = "Plain prose with `code`, {id} and eighty characters a line, or so, at the most.\n";
  const units = ["{", "`", "\\", "*/", " ", "<br/>", "<br ", "```\n", "`<br/>", "```<br/>", "\u202e", "@", "@\\", "# "];
  const moreUnits = ["\\*", "`a` ", "\ud800", " \\", "]:", "[", "[a]: b ", "*\\", "\n"];

  it.each([line, ...units, ...moreUnits])("of %j takes linear time", (unit) => {
    const text = `${unit.repeat(Math.ceil(size / unit.length))}x`;
    const start = performance.now();
    docComment({ description: text, examples: [{ text }], defaultValue: text, see: [text] });
    // A quadratic step takes minutes; the bound is wide for slow machines.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
