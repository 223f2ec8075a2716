import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { editedPageIn, withField } from "./edited-page.js";
import { writePages } from "./pages.js";

const page = [
  "# Pet",
  "",
  "## Fields",
  "",
  "| Field | Type | Required | Description |",
  "| ----- | ---- | -------- | ----------- |",
  "| `id` | *number* | :heavy_check_mark: | Its number |",
].join("\n");

it.each([
  ["at the end of a page", page],
  ["at the end of a line", `${page}\n`],
  ["before what follows", `${page}\n\n## More\n\n| a |\n| - |\n| b |\n`],
])("adds a field that modelmark reads, %s", (_, text) => {
  const value = withField(text, "added") ?? "";
  const { files, messages } = compile([{ path: "pet.md", value }]);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  expect(files.find(({ path }) => path === "pet.ts")?.text).toContain("added?: string | undefined;");
});

it("leaves pages without such a table alone", () => {
  expect(withField("# Pet\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n", "added")).toBeUndefined();
});

it("edits the page anew each time and requires the field in the output", () => {
  const folder = mkdtempSync(join(tmpdir(), "modelmark-bench-test-"));
  try {
    const pages = { origin: "a test", docs: "docs", pages: [{ path: "pet.md", value: page }] };
    writePages(folder, pages);
    const edited = editedPageIn(folder, pages);
    const output = join(folder, "pet.ts");
    edited.edit();
    edited.edit();
    writeFileSync(output, "export interface Pet { editedField1?: string }");
    expect(() => edited.requireField(output)).toThrow("lacks the field");
    writeFileSync(output, "export interface Pet { editedField2?: string }");
    expect(() => edited.requireField(output)).not.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
