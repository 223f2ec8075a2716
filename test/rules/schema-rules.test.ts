import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import type { RuleId } from "../../src/diagnostics/rules.js";

const header = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

function object(path: string, title: string, targets: readonly string[] = []): SourcePage {
  const rows = targets.map((target, at) => `| \`f${at}\` | [${target}](${target}) | :heavy_check_mark: | N/A |\n`);
  return { path, value: `# ${title}\n\n## Fields\n\n${header}${rows.join("")}` };
}

function toldOf(rule: RuleId, pages: readonly SourcePage[]): readonly (string | undefined)[] {
  const { messages } = compile(pages, { rules: { [rule]: "warning" } });
  return messages.filter(({ ruleId }) => ruleId === rule).map(({ file }) => file);
}

describe("unreachable-page", () => {
  it("tells of a model that only itself refers to", () => {
    expect(toldOf("unreachable-page", [object("a.md", "A", ["a.md"])])).toEqual(["a.md"]);
  });

  it("tells of a circle that nothing leads into, and of none that something does", () => {
    const circle = [object("a.md", "A", ["b.md"]), object("b.md", "B", ["a.md"])];
    expect(toldOf("unreachable-page", circle)).toEqual(["a.md", "b.md"]);
    expect(toldOf("unreachable-page", [...circle, object("c.md", "CResponse", ["b.md"])])).toEqual([]);
  });

  it("leaves out where one starts: operations, errors, requests and responses", () => {
    const starts = [object("operations/a.md", "A"), object("errors/b.md", "B"), object("c.md", "GetCRequest")];
    expect(toldOf("unreachable-page", starts)).toEqual([]);
  });
});

describe("name-collision", () => {
  it("tells of titles that come to one type, in one folder alone", () => {
    const pages = [object("x/a.md", "Pet Shop"), object("x/b.md", "PetShop"), object("y/c.md", "Pet-Shop")];
    expect(toldOf("name-collision", pages)).toEqual(["x/b.md"]);
  });

  it("tells of paths that some file systems take for one", () => {
    expect(toldOf("name-collision", [object("a/Foo.md", "One"), object("a/foo.md", "Two")])).toEqual(["a/foo.md"]);
  });

  it("leaves pages with one title to duplicate-model", () => {
    expect(toldOf("name-collision", [object("a/Foo.md", "Foo"), object("a/foo.md", "Foo")])).toEqual([]);
  });
});

describe("stray-language", () => {
  const inGo = (at: number): SourcePage => ({
    path: `${at}.md`,
    value: `# N${at}\n\n## Fields\n\n${header}| \`A\` | **string* | :heavy_minus_sign: | N/A |\n`,
  });
  const inPython = {
    path: "p.md",
    value: `# P\n\n## Fields\n\n${header}| \`a\` | *Optional[str]* | :heavy_minus_sign: | N/A |\n`,
  };

  it("tells of a page whose folder is nearly all in another language", () => {
    expect(toldOf("stray-language", [1, 2, 3, 4].map(inGo).concat(inPython))).toEqual(["p.md"]);
  });

  it("tells nothing of folders that hold two languages, and of pages that are pinned", () => {
    expect(toldOf("stray-language", [1, 2, 3].map(inGo).concat(inPython))).toEqual([]);
    const pinned = compile([1, 2, 3, 4].map(inGo).concat(inPython), { notations: { "p.md": "python" } });
    expect(pinned.messages).toEqual([]);
  });
});

describe("merged-union", () => {
  const kind = (values: string): SourcePage => ({
    path: "kind.md",
    value: `# Kind\n\n## Values\n\n\`\`\`typescript\n${values}\n\`\`\`\n`,
  });
  const bag: SourcePage = {
    path: "pet.md",
    value: `# Pet\n\n## Fields\n\n${header}| \`kind\` | [Kind](kind.md) | :heavy_check_mark: | N/A |\n| \`houseCat\` | *string* | :heavy_minus_sign: | N/A |\n| \`dog\` | *string* | :heavy_minus_sign: | N/A |\n`,
  };

  it("takes fields that are called as half of the kinds for their parts", () => {
    expect(toldOf("merged-union", [kind('"house_cat" | "dog" | "cow"'), bag])).toEqual(["pet.md"]);
    expect(toldOf("merged-union", [kind('"house_cat" | "dog" | "cow" | "hen" | "pig"'), bag])).toEqual([]);
    expect(toldOf("merged-union", [kind('"cat" | "dog"'), bag])).toEqual([]);
  });
});
