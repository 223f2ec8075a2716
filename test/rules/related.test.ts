import { expect, it } from "vitest";
import { findingOf, messagesOf } from "../../src/cli/cache/run-record.js";
import { compile } from "../../src/compile.js";
import { type Finding, relatedOf } from "../../src/diagnostics/report.js";
import { project } from "../cli/project.js";

const page = (title: string): string =>
  `# ${title}\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n`;
const twins = { "a.md": page("Pet"), "b.md": page("Pet") };
const sources = Object.entries(twins).map(([path, value]) => ({ path, value }));

it("a message names the other places that it is about", () => {
  const [message] = compile(sources).messages;
  const place = { start: { line: 1, column: 3, offset: 2 }, end: { line: 1, column: 6, offset: 5 } };
  expect(message).toMatchObject({ file: "b.md", ruleId: "duplicate-model" });
  expect(message && relatedOf(message)).toEqual([{ page: "a.md", place, reason: "the first page with the title" }]);
});

it("a message without other places has none", () => {
  expect(compile([{ path: "a.md", value: "" }]).messages.map(relatedOf)).toEqual([[]]);
});

it("the other places survive being kept between runs", () => {
  const { messages } = compile(sources);
  const findings: readonly Finding[] = JSON.parse(JSON.stringify(messages.map(findingOf)));
  expect(messagesOf({ findings }, {}).map(relatedOf)).toEqual(messages.map(relatedOf));
});

it("reporters tell the other places", async () => {
  const { run } = project({ "models-docs/a.md": twins["a.md"], "models-docs/b.md": twins["b.md"] });
  const pretty = await run(["check"], { compile });
  expect(pretty.stderr).toContain("models-docs/a.md:1:3  the first page with the title");
  const json = JSON.parse((await run(["check", "--reporter", "json"], { compile })).stdout);
  const range = { line: 1, column: 3, endLine: 1, endColumn: 6 };
  expect(json.messages[0].related).toEqual([{ page: "a.md", ...range, reason: "the first page with the title" }]);
});
