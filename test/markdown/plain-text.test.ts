import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAnyText, parsePlainText } from "../../src/markdown/parse-text.js";
import "../properties/seed.js";

const words = fc.constantFrom(
  "word",
  "`code`",
  "**bold**",
  "a \\| b",
  "\\\\",
  "\\",
  "|",
  "*ns.Foo*",
  "[Foo](../foo.md)",
  "N/A",
  "<br/>",
  "&amp;",
  "[x]: /y",
  "1.",
  "12)",
  "#",
  "---",
  "===",
  ":-",
  "```",
  "~~~",
  "\t",
  "  ",
  "\u00a0",
  "\u2028",
  "\u0000",
  "é",
  "漢",
  "\ud83d\ude00",
  "\ud83d",
);
const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const cell = fc.oneof(phrase, fc.constant(""), fc.constant("   "), fc.string({ maxLength: 5 }));
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `| ${cells.join(" | ")} |`);
const delimiter = fc
  .array(fc.constantFrom("---", ":--", "--:", " - ", "-", "- -", ""), { minLength: 1, maxLength: 4 })
  .map((cells) => `| ${cells.join(" | ")} |`);
const table = fc
  .tuple(fc.array(phrase, { minLength: 1, maxLength: 3 }), fc.array(row, { maxLength: 3 }))
  .map(([cells, rows]) => [`| ${cells.join(" | ")} |`, `|${cells.map(() => " --- ").join("|")}|`, ...rows].join("\n"));
const heading = fc.tuple(fc.constantFrom("#", "##", "######", "#######"), phrase).map((parts) => parts.join(" "));
const fence = fc
  .tuple(fc.constantFrom("", "ts", "json5 title", "`", "c++"), fc.array(phrase, { maxLength: 3 }), fc.boolean())
  .map(([language, lines, isClosed]) => [`\`\`\`${language}`, ...lines, ...(isClosed ? ["```"] : [])].join("\n"));
const odd = fc.constantFrom("---", "===", "- item", "> quote", "<div>", "<!-- x", "    code", "1. one", "+ x", "***");
const block = fc.oneof(phrase, table, row, delimiter, heading, fence, odd, fc.string({ maxLength: 12 }));
const list = fc
  .array(fc.tuple(fc.constantFrom("- ", "- ", "- ", "* ", "-  ", "  - ", "-"), phrase), { minLength: 1, maxLength: 3 })
  .map((items) => items.map((parts) => parts.join("")).join("\n"));
const quote = fc
  .array(fc.tuple(fc.constantFrom("> ", "> ", ">", ">> ", "> - ", ""), phrase), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));
const prose = fc.constantFrom(
  "Some prose.\nMore of it.",
  "- an item\n- `another`  ",
  "Items:\n* one\n* two",
  "> words\n>",
);
const plainBlock = fc.oneof(table, heading, fence, prose, prose, list, quote);

/** Markdown whose blocks stand apart, or run into each other. */
const markdown = fc
  .tuple(
    fc.constantFrom("", "---\ntitle: Foo\n---\n", "---\n", "---\n---\n\n", "--- \na: b\n--- x\n---\t\n"),
    fc.array(fc.oneof({ weight: 5, arbitrary: plainBlock }, { weight: 1, arbitrary: block }), { maxLength: 5 }),
    fc.array(fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "  \n", "\n \t\n", "\n\n  "), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
  )
  .map(([matter, blocks, ends, lineEnd]) => {
    const text = matter + blocks.map((each, at) => each + (ends[at] ?? "")).join("");
    return text.replaceAll("\n", lineEnd);
  });

describe("a text of plain blocks", () => {
  it("is read as the ordinary parser reads it", () => {
    let plain = 0;
    fc.assert(
      fc.property(markdown, (text) => {
        const read = parsePlainText(text);
        if (!read) return;
        plain += 1;
        expect(read).toEqual(parseAnyText(text));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(600);
  });

  it("is what generators write", () => {
    const page = "# Foo\n\nWords of it.\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n| `a` | *string* |\n";
    expect(parsePlainText(page)?.blocks.map(({ kind }) => kind)).toEqual(["heading", "prose", "heading", "table"]);
  });

  it("is nothing where a block is of another form", () => {
    const others = [
      "+ item",
      "- item\n  more",
      "- a\n\n- b",
      "> quote\nlazy",
      "<div>",
      "    code",
      "Title\n===",
      "~~~\n~~~",
      "[a]: /b",
      "***",
      "```\nopen",
    ];
    expect(others.filter((text) => parsePlainText(`# Foo\n\n${text}\n`))).toEqual([]);
  });
});
