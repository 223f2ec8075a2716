import { describe, expect, it } from "vitest";
import { docComment, lineComment } from "../../src/emit/doc-comment.js";
import { printedComments, printedFile, readComment } from "./doc-reader.js";

/** What compilers, minifiers, linters and debuggers look for anywhere in a comment. */
const directives = [
  "@internal",
  "@jsx",
  "@ts-check",
  "@ts-nocheck",
  "@ts-ignore",
  "@ts-expect-error",
  "@license",
  "@lic",
  "@copyright",
  "@preserve",
  "@cc_on",
  "@__PURE__",
  "#__PURE__",
  "@ sourceMappingURL=a",
  "#\tsourceMappingURL=a",
  "@sourceURL=a",
  "# sourceURL=a",
  "biome-ignore",
];

describe("a word that tools obey in comments", () => {
  it.each(directives)("does not stand in a description as %j", (word) => {
    expect(docComment({ description: `a ${word} b` })?.toLowerCase()).not.toContain(word.toLowerCase());
    expect(docComment({ description: `a ${word.toUpperCase()} b` })?.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it.each(directives)("does not stand in code as %j, with backslashes before its word or without", (word) => {
    for (const backslashes of ["", "\\", "\\\\"]) {
      const written = word.replace(/(?<=[@#]|biome-)/, backslashes);
      expect(docComment({ examples: [{ text: `a ${written} b` }] })).not.toContain(written);
      expect(docComment({ description: `a \`b ${written}\`` })).not.toContain(written);
      expect(lineComment(`a ${written} b`)).not.toContain(written);
    }
  });

  it.each(directives)("is read as it was written: %j", (word) => {
    const [comment = ""] = printedComments(printedFile(docComment({ description: `a ${word} b` })));
    expect(JSON.stringify(readComment(comment))).toContain(JSON.stringify(word).slice(1, -1));
  });
});
