import { expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { driftFindings } from "../../src/learn/drift.js";
import { learnFromTypes } from "../../src/learn/types/learn-types.js";

const header = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const tag = {
  path: "tag.md",
  value: `# Tag\n\n## Fields\n\n${header}| \`name\` | *string* | :heavy_check_mark: | N/A |\n`,
};
const pet = {
  path: "pet.md",
  value: `# Pet\n\n## Example Usage\n\n\`\`\`typescript\nlet value: Pet = {\n\n\n\n\n\n  tags: [{}],\n};\n\`\`\`\n\n## Fields\n\n${header}| \`tags\` | [Tag](tag.md)[] | :heavy_check_mark: | N/A |\n`,
};

it("stands at the row where an example of another page shows what the source denies", () => {
  const { schema } = compile([pet, tag]);
  const types = [
    { path: "a.ts", text: "export type Tag = { name: string };\nexport type Pet = { tags: Array<Tag> };" },
  ];
  const findings = driftFindings(learnFromTypes(schema, types), schema);
  expect(findings.map(({ page, place, rule }) => [rule, page, place?.start.line])).toEqual([["drift", "tag.md", 7]]);
});
