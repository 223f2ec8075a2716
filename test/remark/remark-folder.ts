import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The file of a page with three faults, and its text. */
export const wrongPage: { readonly file: string; readonly text: string } = {
  file: "docs/models/pet.md",
  text: [
    "# Pet",
    "",
    "## Fields",
    "",
    "| Field | Type | Required | Description |",
    "| --- | --- | --- | --- |",
    "| `id` | Set<number> | :heavy_check_mark: | Its number |",
    "| `name` | *string* | yes | Its name |",
    "| `name` | *string* | :heavy_check_mark: | Its name |",
    "",
  ].join("\n"),
};

/** Makes a folder in which modelmark is installed and remark is told to use it, with a page that is wrong and others that are not. */
export function remarkFolder(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-remark-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write("package.json", "{}");
  write(".remarkrc.json", documentedConfiguration());
  write(wrongPage.file, wrongPage.text);
  write("docs/models/toy.md", wrongPage.text.split("\n").slice(0, 6).join("\n"));
  write("README.md", wrongPage.text);
  mkdirSync(path.join(root, "node_modules"));
  symlinkSync(repository, path.join(root, "node_modules/modelmark"), "junction");
  return root;
}

/** The file `.remarkrc.json` that docs/remark.md has to copy. */
function documentedConfiguration(): string {
  const page = readFileSync(path.join(repository, "docs/remark.md"), "utf8");
  return /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
}
