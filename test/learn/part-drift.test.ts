import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { driftFindings } from "../../src/learn/drift.js";
import { membersOfText } from "../../src/learn/part-drift.js";
import { learnFromTypes } from "../../src/learn/types/learn-types.js";

const names = ["a", "b", "c", "d", "e"];

function toldOf(documented: readonly string[], declared: readonly string[], isField: boolean): readonly string[] {
  const [cells, type] = [documented, declared].map((each) => each.map((name) => `"${name}"`));
  const row = `| \`kind\` | *${cells?.join(" \\| ")}* | :heavy_check_mark: | N/A |`;
  const header = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |";
  const body = isField
    ? `## Fields\n\n${header}\n${row}\n`
    : `## Values\n\n\`\`\`typescript\n${cells?.join(" | ")}\n\`\`\`\n`;
  const { schema } = compile([{ path: "kind.md", value: `# Kind\n\n${body}` }]);
  const union = type?.join(" | ") ?? "";
  const text = `export type Kind = ${isField ? `{ kind: ${union} }` : union};`;
  return driftFindings(learnFromTypes(schema, [{ path: "k.ts", text }]), schema).map(({ reason }) => reason);
}

describe("drift of a union", () => {
  it.each([
    [
      "what is missing",
      names,
      [...names, "f"],
      'Unexpected X without `"f"` of `Y`, expected `"f"` too as in types k.ts:1',
    ],
    ["what is added", [...names, "f"], names, 'Unexpected `"f"` in the X of `Y`, expected none as in types k.ts:1'],
    ["both", [...names, "f"], [...names, "g"], 'Unexpected `"f"` in the X of `Y`, expected `"g"` as in types k.ts:1'],
  ])("that is long names only %s", (_what, documented, declared, reason) => {
    const inField = reason.replace("X", "type").replace("Y", "kind");
    const inEnum = reason.replace("X", "list of values").replace("Y", "Kind");
    expect(toldOf(documented, declared, true)).toEqual([inField]);
    expect(toldOf(documented, declared, false)).toEqual([inEnum]);
  });

  it("that is short, or is another one altogether, is shown whole", () => {
    expect(toldOf(["a", "b"], ["a", "c"], true)[0]).toContain('type `"a" | "b"` of `kind`, expected `"a" | "c"`');
    expect(toldOf(names, ["v", "w", "x", "y", "z"], false)[0]).toContain('`"e"` of `Kind`, expected `"v"`');
  });
});

it("knows the members of a union from what stands in texts and in other types", () => {
  expect(membersOfText('"a | b" | Record<string, string | null> | "\\" | " | null')).toEqual([
    '"a | b"',
    "Record<string, string | null>",
    '"\\" | "',
    "null",
  ]);
});
