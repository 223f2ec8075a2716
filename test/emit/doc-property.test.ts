import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocParts } from "../../src/emit/doc-comment.js";
import { docComment, lineComment } from "../../src/emit/doc-comment.js";
import { markdownLines, textLines } from "../../src/emit/doc-line.js";
import { fileFacts, printedComments, printedFile, readComment, readDescription, tsdocMessages } from "./doc-reader.js";

const characters =
  "*/\\`{}<>@#&:[]~_ \t\n\r\0\u001b\u0085\u00a0\u00ad\u2028\u2029\u202e\u2066\u200b\ufeff\u{e0041}\u{1f600}é0";
const words =
  "*/ **/ *\\/ /* // /// ``` ```` `` `a` ~~~ {@link {@inheritDoc} <br/> <BR> <br/>```<br/> <b> " +
  "\\u202e u202e &#64; &#35; &#45; biome- ignore biome-ignore biome-\\ignore " +
  "@internal @deprecated @ts-ignore @ts-nocheck @license @preserve @__PURE__ #__PURE__ @param ]: word export";
const phrases = ["```ts\n", "\n```\n", "\n```", "`a @b`", "@jsx h", "# sourceMappingURL=x", "[a]: b c", "\r\n"];
const halves = ["\ud800", "\udc00", "\udb40", "\udc41", "/// <reference path='x' />", "export interface Pwn {}"];
const fragment = fc.constantFrom(...characters, ...words.split(" "), ...phrases, ...halves);
const anything = fc.string({ unit: "binary", maxLength: 3 });
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fragment }, anything), { maxLength: 24 })
  .map((pieces) => pieces.join(""));
const parts: fc.Arbitrary<DocParts> = fc.record(
  {
    description: text,
    remarks: fc.array(text, { maxLength: 2 }),
    deprecated: text,
    defaultValue: text,
    examples: fc.array(fc.record({ language: text, text }), { maxLength: 2 }),
    see: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const runs = { numRuns: 500 };

/** Characters that no output holds as they are. */
const raw =
  /[^\P{Cc}\n\t]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\u00ad\u200b-\u200d\u2060\ufeff\u{e0000}-\u{e007f}]/u;
/** What tools look for anywhere in a comment. */
const obeyed =
  /@internal|@jsx|@lic|@copyright|@preserve|@cc_on|[@#]__|[@#]\s*source(?:Mapping)?URL|@ts-(?:ignore|nocheck)|biome-ignore/i;

describe("any description", () => {
  it("adds a comment and nothing else to the file", () => {
    fc.assert(
      fc.property(text, (description) => {
        const { deprecated, ...facts } = fileFacts(printedFile(docComment({ description })));
        expect(facts).toEqual({
          statements: ["InterfaceDeclaration"],
          errors: 0,
          directives: 0,
          pragmas: 0,
          references: 0,
        });
        expect(deprecated).toBe(false);
      }),
      runs,
    );
  });

  it("can be had back, up to breaks and blanks", () => {
    fc.assert(
      fc.property(text, (description) => {
        const comments = printedComments(printedFile(docComment({ description })));
        const want = markdownLines(description).join("\n");
        expect(comments.length).toBe(want === "" ? 0 : 2);
        for (const comment of comments) expect(readDescription(comment)).toBe(want);
      }),
      runs,
    );
  });

  it("loses breaks and blanks alone", () => {
    const bare = (value: string): string => value.replace(/<br[ \t]*(?:\/[ \t]*)?>|[ \t\r\n]/gi, "");
    fc.assert(
      fc.property(text, (description) => {
        expect(bare(markdownLines(description).join("\n"))).toBe(bare(description));
      }),
      runs,
    );
  });
});

describe("any parts", () => {
  it("are clean to TSDoc and hold nothing raw and nothing that tools obey", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const file = printedFile(docComment(given));
        expect(file).not.toMatch(raw);
        expect(file).not.toMatch(obeyed);
        for (const comment of printedComments(file)) expect(tsdocMessages(comment)).toEqual([]);
      }),
      runs,
    );
  });

  it("can be had back, each in its place", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const comment = printedComments(printedFile(docComment(given)))[0] ?? "/**  */";
        const [, ...tags] = readComment(comment);
        expect(readDescription(comment)).toBe(describedText(given));
        expect(tags.map((block) => [block.tag, block.lines.join("\n").replace(ownSentence, "")])).toEqual(
          expectedTags(given),
        );
      }),
      runs,
    );
  });
});

/** What docComment says of its own. */
const ownSentence = /^The documentation marks this as deprecated\.\n?/;

function describedText(given: DocParts): string {
  const paragraphs = [given.description ?? "", ...(given.remarks ?? [])].map((part) => markdownLines(part).join("\n"));
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function expectedTags(given: DocParts): readonly (readonly [string, string])[] {
  const deprecated = given.deprecated === undefined ? undefined : markdownLines(given.deprecated).join("\n");
  const value = textLines(given.defaultValue ?? "");
  const isSpan = value.length === 1 && !value[0]?.includes("`");
  return [
    ...(deprecated === undefined ? [] : [["deprecated", deprecated]]),
    ...(value.length === 0 ? [] : [["defaultValue", isSpan ? `\`${value[0]}\`` : fenced("", value)]]),
    ...(given.examples ?? [])
      .map((example) => [example.language?.trim() ?? "", textLines(example.text)] as const)
      .filter(([, lines]) => lines.length > 0)
      .map(([language, lines]) => ["example", fenced(language.includes("`") ? "" : language, lines)]),
    ...(given.see ?? [])
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((line) => ["see", line.includes("`") ? line : `\`${line}\``]),
  ].map(([tag = "", content = ""]) => [tag, content]);
}

function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
}

describe("any line comment", () => {
  it("is one line, and nothing else", () => {
    fc.assert(
      fc.property(text, (line) => {
        const comment = lineComment(line);
        expect(comment).not.toMatch(raw);
        expect(comment).not.toMatch(obeyed);
        expect(comment).not.toMatch(/[\n\t]/);
        expect(fileFacts(`${comment}\nexport {};`)).toMatchObject({
          statements: ["ExportDeclaration"],
          errors: 0,
          pragmas: 0,
        });
      }),
      runs,
    );
  });
});
