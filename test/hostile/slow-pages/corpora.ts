import type { SourcePage } from "../../../src/compile.js";

/** So many pages that lean on one another in one way. */
export interface Corpus {
  readonly name: string;
  readonly pages: (count: number) => readonly SourcePage[];
}

const table = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

function object(title: string, ...types: readonly string[]): string {
  const rows = types.map((type, at) => `| \`a${at}\` | ${type} | :heavy_check_mark: | b |\n`);
  return `# ${title}\n\n## Fields\n\n${table}${rows.join("")}`;
}

function union(title: string, ...members: readonly string[]): string {
  return `# ${title}\n\n## Supported Types\n\n${members.map((member) => `### \`${member}\`\n\n`).join("")}`;
}

function corpus(name: string, page: (at: number, count: number) => readonly [path: string, text: string]): Corpus {
  return {
    name: `pages: ${name}`,
    pages: (count) =>
      Array.from({ length: count }, (_, at) => {
        const [path, value] = page(at, count);
        return { path, value };
      }),
  };
}

/** Corpora whose pages together take more than linear time in linking, in evidence, in emitting or in their indexes. */
export const corpora: readonly Corpus[] = [
  corpus("titles alike in one folder", (at) => [`a/p${at}.md`, object("Foo", "Foo")]),
  corpus("titles alike in many folders", (at) => [`f${at}/foo.md`, object("Foo", "Foo")]),
  corpus("files alike and links that dangle", (at) => [`f${at}/foo.md`, object("Foo", `[Foo](../x${at}/foo.md)`)]),
  corpus("files alike by two folders", (at) => [`f${at}/x/foo.md`, object("Foo", `[Foo](../../y${at}/x/foo.md)`)]),
  corpus("links that climb to files alike", (at) => [`f${at}/foo.md`, object("Foo", "[Foo](../../../../docs/foo.md)")]),
  corpus("names that differ in case", (at) => [`a/${cased("abcdefghijklmnop", at)}.md`, object("Foo", "*string*")]),
  corpus("names that end in underscores", (at) => [`a/p${"-".repeat(at % 200)}${at}.md`, object("Foo_", "*string*")]),
  corpus("folders whose names are alike", (at) => [
    `a${"-".repeat(at % 240)}${" ".repeat(at % 2)}/${Math.floor(at / 240)}/foo.md`,
    object("Foo", "*string*"),
  ]),
  corpus("a chain of unions", (at) => [`a${at}.md`, union(`A${at}`, `A${at + 1}`)]),
  corpus("a chain of unions with links", (at) => [
    `a${at}.md`,
    union(`A${at}`, `[A${at + 1}](./a${at + 1}.md)`, "string"),
  ]),
  corpus("a circle of unions", (at, count) => [`a${at}.md`, union(`A${at}`, `A${(at + 1) % count}`, `B${at}`)]),
  corpus("circles of unions", (at) => [
    `a${at}.md`,
    union(`A${at}`, `A${at - (at % 50) + ((at + 1) % 50)}`, `"${at}"`),
  ]),
  corpus("unions that double", (at) => [`a${at}.md`, union(`A${at}`, `A${at + 1}`, `A${at + 2}`)]),
  corpus("a chain of objects", (at) => [`a${at}.md`, object(`A${at}`, `A${at + 1}`)]),
  corpus("a circle of objects", (at, count) => [`a${at}.md`, object(`A${at}`, `A${(at + 1) % count}`)]),
  corpus("objects that all refer to one", (at) => [
    `a${at}.md`,
    object(`A${at}`, ...Array.from({ length: 20 }, () => "A0")),
  ]),
  corpus("unions of many pages", (at) => [
    `a${at}.md`,
    at % 2 === 0
      ? union(`A${at}`, ...Array.from({ length: 40 }, (_, member) => `A${member * 2 + 1}`))
      : object(`A${at}`, `*"${at}"*`),
  ]),
  corpus("bare pages beside others", (at) => [
    `a/foo${at}bar.md`,
    at % 2 === 0 ? `# Foo${at}Bar\n` : object(`Foo${at - 1}X${at}Bar`, "*string*"),
  ]),
  corpus("bare pages with long names", (at) => [
    `a/${"ab".repeat(20)}${at}.md`,
    at % 2 === 0 ? `# ${"Ab".repeat(20)}${at}\n` : object(`${"Ab".repeat(20)}X${at}`, "*string*"),
  ]),
  corpus("bare pages that cells of Ruby spell", (at) => [
    `a${at}.md`,
    at % 2 === 0 ? `# A${at}\n` : `${object(`A${at}`, `[T.any(::String, ::Integer)](./a${at - 1}.md)`)}`,
  ]),
  corpus("members that tags of C# name", (at) => [
    `a${at}.md`,
    at % 3 === 0
      ? `${union(`A${at}`, "Tag", "Other")}\`\`\`csharp\n\`\`\`\n`
      : at % 3 === 1
        ? `# A${at}\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| \`Tag\` | tag |\n`
        : `${object(`A${at}`, `[A${at - 1}](./a${at - 1}.md)`)}`,
  ]),
  corpus("examples that lead through all pages", (at) => [
    `a${at}.md`,
    `# A${at}\n\n## Example Usage\n\n\`\`\`typescript\nlet value: A${at} = ${"{ a0: ".repeat(60)}null${" }".repeat(60)};\n\`\`\`\n\n${object("", `A${at + 1}`).slice(4)}`,
  ]),
  corpus("folders in folders", (at) => [
    `${Array.from({ length: 1 + (at % 100) }, (_, depth) => `f${depth}`).join("/")}/p${at}.md`,
    object(`P${at}`, "*string*"),
  ]),
  corpus("pages without a title", (at) => [`a${at}.md`, `## Fields\n\n${table}`]),
  corpus("pages of nothing", (at) => [`a${at}.md`, ""]),
];

/** A text whose letters are in upper case where a bit of the number is set. */
function cased(text: string, at: number): string {
  return Array.from(text, (letter, bit) => ((at >> bit) & 1 ? letter.toUpperCase() : letter)).join("");
}
