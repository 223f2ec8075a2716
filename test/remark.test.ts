import { remark } from "remark";
import { expect, it } from "vitest";
import remarkModelmark from "../src/remark.js";

it("reports what is wrong with a page as messages of its file", async () => {
  const value =
    "# Foo\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | Set<b> | :heavy_check_mark: | N/A |\n";
  const file = await remark().use(remarkModelmark).process({ path: "foo.md", value });
  expect(file.messages.map(({ ruleId, line, column, fatal }) => ({ ruleId, line, column, fatal }))).toEqual([
    { ruleId: "unknown-type", line: 7, column: 9, fatal: true },
  ]);
});
