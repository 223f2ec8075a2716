import { describe, expect, it } from "vitest";
import { closingFences } from "../../src/emit/doc-fence.js";
import { markdownLines, textLines } from "../../src/emit/doc-line.js";
import { codeSpanEnd } from "../../src/emit/doc-span.js";

const breaks = ["<br>", "<BR>", "<br/>", "<br />", "<br\t/>", "<br/ >", "<br/\t>", "<br >", "<br\t>"];

describe("a fence", () => {
  it.each([
    ["is closed by three backticks", ["```ts", "a", "```"], 2],
    ["is closed by backticks before blanks and tabs", ["```", "a", "``` \t"], 2],
    ["is closed by backticks before a blank", ["```", "a", "``` "], 2],
    ["is closed by backticks before a tab", ["```", "a", "```\t"], 2],
    ["has a line between", ["```", "```"], -1],
    ["is not closed by words", ["```", "a", "``` b"], -1],
    ["is not closed behind blanks", ["```", "a", " ```", "```"], -1],
    ["is not closed behind tabs", ["```", "a", "\t```", "```"], -1],
    ["is not closed behind a line that begins with backticks", ["```", "```ts", "```"], -1],
    ["has no backtick beside the opening ones", ["```a`", "a", "```"], -1],
    ["does not begin behind a blank", [" ```", "a", "```"], -1],
    ["does not begin without backticks", ["a", "b", "```"], -1],
  ])("%s", (_fact, lines, closing) => {
    expect(closingFences(lines)[0]).toBe(closing);
  });

  it("is closed by the next one, and another may follow", () => {
    expect(closingFences(["```", "a", "```", "b", "```", "c", "```"])).toEqual([2, -1, 4, -1, 6, -1, -1]);
  });
});

describe("a line of Markdown", () => {
  it.each(breaks)("is broken by %j", (mark) => {
    expect(markdownLines(`a${mark}b`)).toEqual(["a", "b"]);
  });

  it.each(breaks)("is not broken by %j in a code span", (mark) => {
    expect(markdownLines(`a \`b${mark}c\` d`)).toEqual([`a \`b${mark}c\` d`]);
  });

  it.each(breaks)("is a flattened fence between two of %j", (mark) => {
    expect(markdownLines(`\`\`\`ts${mark}a \`b${mark}c\`${mark}\`\`\`${mark}d`)).toEqual([
      "```ts",
      "a `b",
      "c`",
      "```",
      "d",
    ]);
  });

  it.each([" ", "\t"])("may have a blank such as %j before the end of a flattened fence", (blank) => {
    expect(markdownLines(`\`\`\`<br/>a \`b<br/>c\`<br/>${blank}\`\`\``)).toEqual([
      "```",
      "a `b",
      "c`",
      `${blank}\`\`\``,
    ]);
  });

  it("is no flattened fence where nothing closes it", () => {
    expect(markdownLines("```ts<br/>a `b<br/>c`")).toEqual(["```ts", "a `b<br/>c`"]);
  });

  it("is no flattened fence where it begins within words", () => {
    expect(markdownLines("a ```ts<br/>a `b<br/>c`<br/>```")).toEqual(["a ```ts", "a `b<br/>c`", "```"]);
  });

  it("is no flattened fence where nothing breaks it behind the backticks", () => {
    expect(markdownLines("```a``` `b<br/>c`<br/>```")).toEqual(["```a``` `b<br/>c`", "```"]);
  });

  it("keeps what looks like a break in a fence of lines", () => {
    expect(markdownLines("```\na<br/>b \t\n```\nc<br/>d")).toEqual(["```", "a<br/>b", "```", "c", "d"]);
  });
});

describe("the lines of a text", () => {
  it("end with LF or CRLF", () => {
    expect(textLines("a\nb\r\nc")).toEqual(["a", "b", "c"]);
    expect(markdownLines("a\nb\r\nc")).toEqual(["a", "b", "c"]);
  });

  it("lose blanks and tabs at their ends, and blank lines before the first and behind the last", () => {
    expect(textLines(" \n\t\na \t\n\nb\t \n \n")).toEqual(["a", "", "b"]);
  });

  it("are none where all are blank", () => {
    expect(textLines(" \n\t\n")).toEqual([]);
    expect(textLines("")).toEqual([]);
  });
});

describe("a code span", () => {
  it.each([
    ["ends behind the next backtick", "`a` b", 3],
    ["is not empty", "`` a", -1],
    ["has one backtick on each side", "`a`` b", -1],
    ["ends in its line", "`a", -1],
  ])("%s", (_fact, line, end) => {
    expect(codeSpanEnd(line, 0)).toBe(end);
  });

  it("does not begin behind a backslash, but behind two", () => {
    expect(codeSpanEnd("\\`a`", 1)).toBe(-1);
    expect(codeSpanEnd("\\\\`a`", 2)).toBe(5);
  });
});
