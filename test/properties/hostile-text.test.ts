import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Output } from "../../src/compile.js";
import { fieldNames, lines } from "./page-models.js";
import { exportedNames, listedValues, propertyNames, statementsOf, syntaxErrors } from "./parse-output.js";
import { escapePipes } from "./print-page.js";

/** Any text: what people write, what attackers write, and what no one writes. */
const texts = fc.oneof(lines, fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme-composite" }));

/** A letter of Unicode 16, which Node may know and the compiler does not, and one whose capital is of Unicode 16. */
const newLetter = "\u1c89";
const newCapital = "\ua7d3";

const header = "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |";
const required = ":heavy_check_mark:";

/** The statements that the file of a model must have, and no other. */
function predicted(kind: "interface" | "type", name: string, stem: string): readonly string[] {
  const values = kind === "type" ? [`const ${stem}Values`] : [];
  const functions = ["is", "validate", "assert", "parse", "check", "tell"].map((verb) => `function ${verb}${name}`);
  return ["import", `${kind} ${name}`, ...values, ...functions, `const ${stem}Shape`, `const ${stem}Schema`];
}

function compilePage(value: string): Output {
  return compile([{ path: "components/foo.md", value }]);
}

function textOf({ files }: Output, path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

function rulesOf({ messages }: Output): readonly (string | undefined)[] {
  return messages.map(({ ruleId }) => ruleId);
}

/** A text as a cell can hold it. */
function cellOf(text: string): string {
  return escapePipes(text.replace(/[\r\n]/g, "<br/>"));
}

describe("any text", () => {
  it("is a description that declares nothing", () => {
    fc.assert(
      fc.property(texts, texts, texts, (page, row, example) => {
        const fields = `${header}\n| \`id\` | *string* | ${required} | ${cellOf(row)} | ${cellOf(example)} |`;
        const output = compilePage(`# Foo\n\n${page}\n\n## Fields\n\n${fields}\n`);
        // The text may open a fence that takes in the section, or name another section.
        const kind = statementsOf(textOf(output, "components/foo.ts")).includes("interface Foo") ? "interface" : "type";
        const statements = predicted(kind, "Foo", "foo").filter((statement) => statement !== "const fooValues");
        if (!rulesOf(output).includes("unread-page")) {
          expect(statementsOf(textOf(output, "components/foo.ts"))).toEqual(statements);
        }
        expect(output.files.flatMap(syntaxErrors)).toEqual([]);
        expect(rulesOf(output)).not.toContain("unsafe-output");
      }),
      { numRuns: 150 },
    );
  });

  it("is an example that declares nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const example = `let value: Foo = ${text};`;
        const output = compilePage(
          `# Foo\n\n## Example Usage\n\n~~~~~~typescript\n${example}\n~~~~~~\n\n## Values\n\n\`\`\`typescript\n"a"\n\`\`\`\n`,
        );
        expect(statementsOf(textOf(output, "components/foo.ts"))).toEqual(predicted("type", "Foo", "foo"));
        // Most texts are no example that can be read, which is said; that it does not fit says that it was.
        const others = rulesOf(output).filter((rule) => !/^(?:unreadable-example|example-)/.test(String(rule)));
        expect(others).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("is a value of an enum in a fence", () => {
    fc.assert(
      fc.property(fc.uniqueArray(texts, { minLength: 1, maxLength: 4 }), (values) => {
        const literals = values.map((value) => JSON.stringify(value)).join(" | ");
        const output = compilePage(`# Foo\n\n## Values\n\n\`\`\`typescript\n${literals}\n\`\`\`\n`);
        expect(rulesOf(output)).toEqual([]);
        expect(statementsOf(textOf(output, "components/foo.ts"))).toEqual(predicted("type", "Foo", "foo"));
        expect(listedValues(textOf(output, "components/foo.ts"))).toEqual(values);
      }),
      { numRuns: 150 },
    );
  });

  it("is a value of an enum in a table", () => {
    const cells = lines.filter((text) => !/\\(?:\||$)/.test(text) && !/^`?Unrecognized</.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(cells, { minLength: 1, maxLength: 4 }), (values) => {
        const rows = ["not a number", ...values].map((value) => `| \`Name\` | ${escapePipes(value)} |`).join("\n");
        const output = compilePage(`# Foo\n\n## Values\n\n| Name | Value |\n| --- | --- |\n${rows}\n`);
        expect(rulesOf(output)).toEqual([]);
        expect(listedValues(textOf(output, "components/foo.ts"))).toEqual(["not a number", ...values]);
      }),
      { numRuns: 150 },
    );
  });

  it("is a property's name", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fieldNames, { minLength: 1, maxLength: 5 }), (names) => {
        const rows = names.map((name) => `| \`${escapePipes(name)}\` | *string* | ${required} | N/A |  |`).join("\n");
        const output = compilePage(`# Foo\n\n## Fields\n\n${header}\n${rows}\n`);
        expect(rulesOf(output)).toEqual([]);
        expect(propertyNames(textOf(output, "components/foo.ts"))).toEqual(names);
        expect(statementsOf(textOf(output, "components/foo.ts"))).toEqual(predicted("interface", "Foo", "foo"));
      }),
      { numRuns: 150, examples: [[[newLetter]]] },
    );
  });

  it("is a title that becomes a name of its own in the folder", () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (titles) => {
        const output = compile(
          titles.map((title, at) => ({
            path: `components/page${at}.mdx`,
            value: `---\ntitle: ${JSON.stringify(title)}\n---\n\n## Values\n\n\`\`\`typescript\n"a"\n\`\`\`\n`,
          })),
        );
        const named = titles.filter((title) => title.trim() !== "");
        expect(output.schema.models.size).toBe(named.length);
        expect(output.files.flatMap(syntaxErrors)).toEqual([]);
        expect(rulesOf(output)).not.toContain("unsafe-output");
        const names = exportedNames(textOf(output, "components/index.ts"));
        // The type, its values, four functions and the schema of each page.
        expect(names).toHaveLength(7 * named.length);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 150, examples: [[[newLetter]], [[`a ${newCapital}`]]] },
    );
  });
});
