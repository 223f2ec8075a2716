import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Options } from "../../src/options.js";

/** Spells a text in characters that nobody sees, as tags or as selectors of variants. */
function hidden(text: string, first: number): string {
  return [...text].map((letter) => String.fromCodePoint(first + letter.charCodeAt(0))).join("");
}

function textOf(row: string, options: Options = {}): string {
  const value = `# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n${row}\n`;
  return (
    compile([{ path: "components/foo.md", value }], options).files.find(({ path }) => path === "components/foo.ts")
      ?.text ?? ""
  );
}

it.each([
  ["tags", hidden("a", 0xe0000), "\\udb40\\udc61"],
  ["selectors of variants", hidden("a", 0xe0100), "\\udb40\\udd61"],
  ["a run of short selectors", "\ufe00\ufe01", "\\ufe01"],
  ["controls of notation", "\u{1d173}\u{1bca0}\u180f", "\\ud834\\udd73\\ud82f\\udca0\\u180f"],
])("shows %s in names, literals and comments", (_what, text, shown) => {
  const output = textOf(`| \`a${text}b\` | *"c${text}d"* | :heavy_check_mark: | e${text}f |`);
  expect(output).not.toContain(text);
  expect(output.split(shown).length).toBeGreaterThan(3);
});

it("leaves the one selector that makes a picture of the character before it", () => {
  expect(textOf("| `id` | *string* | :heavy_check_mark: | I \u2764\ufe0f it |")).toContain("I \u2764\ufe0f it");
});

it.each(["eval", "arguments", "class", "default"])("imports nothing as %s", (name) => {
  const row = `| \`id\` | *${name}* | :heavy_check_mark: | N/A |`;
  const options = { validators: false, externals: { [name]: "@example/names" } };
  expect(textOf(row, options)).toContain(`import type { ${name} as ${name}_ } from "@example/names";`);
});
