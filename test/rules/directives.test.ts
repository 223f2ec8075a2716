import * as fc from "fast-check";
import { remark } from "remark";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { type RuleId, rules } from "../../src/diagnostics/rules.js";
import remarkModelmark from "../../src/remark.js";

const comment = (words: string): string => `<!-- modelmark-${words} -->`;

/** A page of two rows whose types cannot be read, in lines 9 and 10, and a deprecated one in line 11. */
function page(beforeTable = "", afterTable = "", beforeTitle = ""): string {
  return [
    `${beforeTitle}# Pet`,
    "",
    "A pet.",
    "",
    "## Fields",
    beforeTable,
    "| Field | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| `a` | Set<a> | :heavy_check_mark: | N/A |",
    "| `b` | Set<b> | :heavy_check_mark: | N/A |",
    "| ~~`c`~~ | *string* | :heavy_check_mark: | N/A |",
    afterTable,
    "",
  ].join("\n");
}

function told(value: string, path = "pet.md", severities: { readonly [Id in RuleId]?: "off" } = {}): readonly string[] {
  const { messages } = compile([{ path, value }], { rules: severities });
  return messages.map(({ line, ruleId }) => `${line} ${ruleId}`);
}

const all = ["9 unknown-type", "10 unknown-type", "11 silent-deprecation"];

describe("a comment of a page", () => {
  it("silences the rules that it names from its line on", () => {
    expect(told(page())).toEqual(all);
    expect(told(page(comment("disable unknown-type")))).toEqual(["11 silent-deprecation"]);
    expect(told(page(comment("disable unknown-type, silent-deprecation")))).toEqual([]);
    expect(told(page("", comment("disable unknown-type")))).toEqual([...all, "12 unused-directive"]);
  });

  it("silences all rules where it names none", () => {
    expect(told(page(comment("disable")))).toEqual([]);
  });

  it("silences from above the title", () => {
    expect(told(page("", "", `${comment("disable unknown-type")}\n`))).toEqual(["12 silent-deprecation"]);
  });

  it("ends what another one silences", () => {
    const two = [comment("disable"), comment("enable unknown-type")].join("\n");
    expect(told(page(two))).toEqual(["10 unknown-type", "11 unknown-type"]);
    expect(told(page([comment("disable"), comment("enable")].join("\n")))).toContain("6 unused-directive");
  });

  it("silences the line below it", () => {
    const list = (between: string): string =>
      `# Kind\n\n## Supported Types\n\n${between}\n### \`Set<a>\`\n\n### \`Set<b>\`\n`;
    expect(told(list(""))).toEqual(["6 unknown-type", "8 unknown-type"]);
    expect(told(list(comment("disable-next-line unknown-type")))).toEqual(["8 unknown-type"]);
  });

  it("gives its reason behind two dashes", () => {
    expect(told(page(comment("disable unknown-type -- sets come with silent-deprecation")))).toEqual([
      "11 silent-deprecation",
    ]);
  });

  it("is heeded in MDX's own form on MDX pages alone", () => {
    const mdx = "{/* modelmark-disable unknown-type */}";
    expect(told(page(mdx), "pet.mdx")).toEqual(["11 silent-deprecation"]);
    expect(told(page(mdx))).toEqual(all);
  });

  it("is none in a fence, in a cell, or behind other words", () => {
    expect(told(page(`\`\`\`md\n${comment("disable")}\n\`\`\`\n`)).length).toBe(3);
    expect(told(page(`See ${comment("disable")}\n`)).length).toBe(3);
    expect(told(page().replace("N/A", comment("disable"))).length).toBe(3);
  });

  it("is told of where it cannot be obeyed, with what may be meant", () => {
    const { messages } = compile([{ path: "pet.md", value: page(comment("disable unknown-typ")) }]);
    const [message] = messages.filter(({ ruleId }) => ruleId === "unreadable-directive");
    expect(message).toMatchObject({ line: 6, column: 24, note: "Did you mean `unknown-type`?", actual: "unknown-typ" });
    expect(told(page(comment("disabel unknown-type")))).toContain("6 unreadable-directive");
  });

  it("is told of for each rule that it names in vain, but for rules that are off", () => {
    expect(told(page(comment("disable unknown-type missing-table")))).toEqual([
      "6 unused-directive",
      "11 silent-deprecation",
    ]);
    const off = { "missing-table": "off" } as const;
    expect(told(page(comment("disable unknown-type missing-table")), "pet.md", off)).toEqual(["11 silent-deprecation"]);
  });

  it("is heeded by the remark plugin, which cannot tell what else it silences", async () => {
    const value = page(comment("disable unknown-type unresolved-link silent-deprecation"));
    const file = await remark().use(remarkModelmark).process({ path: "pet.md", value });
    expect(file.messages).toEqual([]);
  });

  it("is no part of the description", () => {
    const value = page().replace("A pet.", `${comment("disable unknown-type")}\nA pet.\n${comment("enable")}`);
    const { schema } = compile([{ path: "pet.md", value }]);
    expect([...schema.models.values()].map(({ description }) => description?.value)).toEqual(["A pet."]);
  });

  it("silences nothing that guards those who build the page, nor what is told of comments", () => {
    const guarded = Object.keys(rules).filter((id) => rules[id as RuleId].guarded);
    expect(guarded).toEqual([
      "invalid-encoding",
      "over-limit",
      "not-a-file",
      "outside-root",
      "link-outside-root",
      "unreadable-file",
      "unsafe-output",
      "unreadable-directive",
      "unused-directive",
    ]);
    const value = `${comment("disable")}\n# Pet\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| \`a\` | [etc.Passwd](../../etc/passwd.md) | :heavy_check_mark: | N/A |\n`;
    expect(told(value)).toEqual(["1 unused-directive", "8 link-outside-root"]);
    for (const id of guarded) expect(told(page(comment(`disable ${id}`)))).toContain("6 unreadable-directive");
  });

  it("hides nothing of another page, and never more than it names", () => {
    const silenceable = Object.keys(rules).filter((id) => !rules[id as RuleId].guarded);
    const words = fc.tuple(
      fc.constantFrom("disable", "enable", "disable-next-line"),
      fc.subarray(["unknown-type", "silent-deprecation", ...silenceable.slice(0, 3)], { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), (comments) => {
        const lines = comments.map(([verb, ids]) => comment(`${verb} ${ids.join(" ")}`));
        const value = page(lines.join("\n"));
        const { messages } = compile([
          { path: "other.md", value: page() },
          { path: "pet.md", value },
        ]);
        const others = messages.filter(({ file }) => file === "other.md");
        expect(others.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(all);
        const named = new Set(comments.flatMap(([, ids]) => ids));
        const kept = messages.filter(({ file, ruleId }) => file === "pet.md" && ruleId === "silent-deprecation");
        if (!named.has("silent-deprecation")) expect(kept).toHaveLength(1);
      }),
    );
  });

  it("keeps no run busy, however many there are", () => {
    const many = `${comment("disable unknown-typ no-such-rule unknown-type")}\n`.repeat(1_500);
    const long = comment(`disable ${"x ".repeat(200_000)}`);
    const start = performance.now();
    expect(told(page(many)).length).toBeLessThan(1000);
    expect(told(page(long)).length).toBeLessThan(1000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
