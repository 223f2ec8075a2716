import { remark } from "remark";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { describe, expect, it } from "vitest";
import remarkModelmark, { type RemarkOptions } from "../../src/remark.js";

const header = "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

async function messagesOf(
  rows: string,
  options: RemarkOptions = {},
  file: { readonly path: string; readonly cwd?: string } = { path: "foo.md" },
): Promise<readonly VFileMessage[]> {
  const { messages } = await remark()
    .use(remarkModelmark, options)
    .process(new VFile({ ...file, value: rows.startsWith("#") ? rows : header + rows }));
  return messages;
}

function row(type: string, presence = ":heavy_check_mark:"): string {
  return `| \`a\` | ${type} | ${presence} | N/A |\n`;
}

describe("the remark plugin", () => {
  it("reports what is wrong with a page as messages of its file", async () => {
    const messages = await messagesOf(row("Set<b>"));
    expect(
      messages.map(({ ruleId, line, column, fatal, source }) => ({ ruleId, line, column, fatal, source })),
    ).toEqual([{ ruleId: "unknown-type", line: 7, column: 9, fatal: true, source: "modelmark" }]);
  });

  it("says nothing of what only other pages show", async () => {
    expect(await messagesOf(row("[models.Pet](../models/pet.md)"))).toEqual([]);
    expect(await messagesOf(row("[Pet](../../../../../pet.md)"))).toEqual([]);
    expect(await messagesOf("# Foo\n")).toEqual([]);
  });

  it("says nothing of files that are no pages of models, unless it is asked to", async () => {
    const readme = "# Readme\n\nWords.\n\n## More\n\nWords.\n\n## Retries\n\nWords.\n";
    expect(await messagesOf(readme)).toEqual([]);
    const options = { rules: { "unread-page": "warning" } } as const;
    expect((await messagesOf(readme, options)).map(({ ruleId }) => ruleId)).toEqual(["unread-page"]);
  });

  it("heeds severities and notations", async () => {
    expect(await messagesOf(row("Set<b>"), { rules: { "unknown-type": "off" } })).toEqual([]);
    const [message] = await messagesOf(row("Set<b>"), { rules: { "unknown-type": "warning" } });
    expect(message?.fatal).toBe(false);
    const docs = { docs: "docs/models", notations: { "go/**": "go" } };
    const at = { path: "docs/models/go/foo.md", cwd: "/work" };
    const [pinned] = await messagesOf(row("Record<string, *string*>"), docs, at);
    expect(pinned?.ruleId).toBe("notation-mismatch");
    expect(await messagesOf(row("Record<string, *string*>"), docs, { ...at, path: "docs/models/foo.md" })).toEqual([]);
  });

  it.each([
    ["docs/models/foo.md", "/work", true],
    ["./docs/models/a/../foo.md", "/work", true],
    ["/work/docs/models/foo.md", "/work", true],
    ["models/foo.md", "/work/docs", false],
    ["../docs/models/foo.md", "/work/src", false],
    ["docs/models-old/foo.md", "/work", false],
    ["README.md", "/work", false],
    [String.raw`docs\models\foo.md`, String.raw`C:\work`, true],
    [String.raw`C:\work\docs\models\foo.md`, String.raw`C:\work`, true],
  ])("looks at pages in the docs folder alone: %s in %s", async (path, cwd, isLookedAt) => {
    const messages = await messagesOf(row("Set<b>"), { docs: "docs/models" }, { path, cwd });
    expect(messages).toHaveLength(isLookedAt ? 1 : 0);
    if (isLookedAt) expect(messages[0]?.file).toBe(path);
  });

  it("looks at a file anywhere where no docs folder is named", async () => {
    expect(await messagesOf(row("Set<b>"), {}, { path: "/elsewhere/foo.md", cwd: "/work" })).toHaveLength(1);
    expect(await messagesOf(row("Set<b>"), {}, { path: "../foo.md", cwd: "/work" })).toHaveLength(1);
    const { messages } = await remark()
      .use(remarkModelmark)
      .process(header + row("Set<b>"));
    expect(messages).toHaveLength(1);
  });

  it("offers editors as a replacement only what may stand there word for word", async () => {
    const [presence] = await messagesOf(row("*string*", "yes"));
    expect(presence).toMatchObject({
      ruleId: "unknown-presence",
      actual: "yes",
      expected: [":heavy_check_mark:", ":heavy_minus_sign:"],
    });
    const [type] = await messagesOf(row("Set<b>"));
    expect(type?.expected).toBeUndefined();
    const [whole] = await messagesOf("# Foo\n\n## Fields\n\n| A | B |\n| --- | --- |\n| a | b |\n");
    expect([whole?.ruleId, whole?.expected]).toEqual(["unknown-header", undefined]);
  });

  it("says how to mend it in the note", async () => {
    const [message] = await messagesOf(row("Set<b>"));
    expect(message?.note).toContain("Mend the cell");
  });
});
